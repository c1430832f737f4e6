package org.asynclocal.agent.idioms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Asynchronous channels and the HTTP client. */
final class ChannelIdioms {
  private ChannelIdioms() {}

  static void addTo(IdiomTable table) {
    sockets(table);
    files(table);
    http(table);
  }

  private static void sockets(IdiomTable table) {
    table.add(
        "AsynchronousServerSocketChannel.accept(handler)",
        () -> {
          AsynchronousServerSocketChannel server = server(null);
          return probe -> {
            server.accept(null, seeing(probe));
            try (AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
              client.connect(server.getLocalAddress()).get();
              probe.await();
            }
          };
        });
    table.add(
        "AsynchronousSocketChannel.connect(handler)",
        () -> {
          AsynchronousServerSocketChannel server = server(null);
          return probe -> {
            try (AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
              client.connect(server.getLocalAddress(), null, seeing(probe));
              probe.await();
            }
          };
        });
    table.add("AsynchronousSocketChannel.read(handler)", () -> reading(null));
    table.add(
        "AsynchronousSocketChannel.read(handler) in a group of its own", () -> reading(group()));
    table.add(
        "AsynchronousSocketChannel.write(handler)",
        () -> {
          Connection connection = new Connection(null);
          return probe -> {
            connection.client.write(ByteBuffer.wrap(new byte[1]), null, seeing(probe));
            probe.await();
          };
        });
  }

  private static Idiom.Round reading(@Nullable AsynchronousChannelGroup group) {
    Connection connection = new Connection(group);
    return probe -> {
      connection.client.read(ByteBuffer.allocate(1), null, seeing(probe));
      connection.accepted.write(ByteBuffer.wrap(new byte[1])).get();
      probe.await();
    };
  }

  private static void files(IdiomTable table) {
    table.add(
        "AsynchronousFileChannel.read(handler)",
        () -> {
          AsynchronousFileChannel file = file();
          return probe -> {
            file.read(ByteBuffer.allocate(1), 0, null, seeing(probe));
            probe.await();
          };
        });
    table.add(
        "AsynchronousFileChannel.write(handler)",
        () -> {
          AsynchronousFileChannel file = file();
          return probe -> {
            file.write(ByteBuffer.wrap(new byte[1]), 0, null, seeing(probe));
            probe.await();
          };
        });
    table.add(
        "AsynchronousFileChannel.lock(handler)",
        () -> {
          AsynchronousFileChannel file = file();
          return probe -> {
            CompletionHandler<FileLock, Object> handler = seeing(probe);
            file.lock(
                null,
                new CompletionHandler<FileLock, Object>() {
                  @Override
                  public void completed(FileLock lock, Object attachment) {
                    try {
                      lock.release();
                    } catch (IOException failed) {
                      throw new UncheckedIOException(failed);
                    }
                    handler.completed(lock, attachment);
                  }

                  @Override
                  public void failed(Throwable failure, Object attachment) {
                    handler.failed(failure, attachment);
                  }
                });
            probe.await();
          };
        });
  }

  private static void http(IdiomTable table) {
    table.add(
        "HttpClient.sendAsync(..).thenAccept",
        () -> {
          URI uri = HttpStub.start();
          HttpClient client = HttpClient.newHttpClient();
          return probe ->
              client
                  .sendAsync(request(uri), BodyHandlers.ofString())
                  .thenAccept(probe.consumer())
                  .join();
        });
    table.add(
        "HttpClient.sendAsync(..) with a BodyHandler",
        () -> {
          URI uri = HttpStub.start();
          HttpClient client = HttpClient.newHttpClient();
          return probe -> client.sendAsync(request(uri), handler(probe)).join();
        });
    table.add(
        "HttpClient.sendAsync(..) with a subscriber to the body",
        () -> {
          URI uri = HttpStub.start();
          HttpClient client = HttpClient.newHttpClient();
          return probe -> client.sendAsync(request(uri), subscriber(probe)).join();
        });
    table.add(
        "HttpClient.sendAsync(..) with an executor",
        () -> {
          URI uri = HttpStub.start();
          HttpClient client =
              HttpClient.newBuilder().executor(Executors.newFixedThreadPool(2)).build();
          return probe ->
              client.sendAsync(request(uri), subscriber(probe)).thenRun(probe.task()).join();
        });
    table.add(
        "HttpClient.send(..) with a subscriber to the body",
        () -> {
          URI uri = HttpStub.start();
          HttpClient client = HttpClient.newHttpClient();
          return probe -> client.send(request(uri), subscriber(probe));
        });
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).build();
  }

  private static BodyHandler<String> handler(Probe probe) {
    return info -> {
      probe.look();
      return BodyHandlers.ofString().apply(info);
    };
  }

  private static BodyHandler<@Nullable Void> subscriber(Probe probe) {
    return info -> BodySubscribers.ofByteArrayConsumer(bytes -> probe.look());
  }

  private static <V> CompletionHandler<V, Object> seeing(Probe probe) {
    return new CompletionHandler<>() {
      @Override
      public void completed(V result, Object attachment) {
        probe.see();
      }

      @Override
      public void failed(Throwable failure, Object attachment) {
        throw new IllegalStateException(failure);
      }
    };
  }

  private static AsynchronousServerSocketChannel server(@Nullable AsynchronousChannelGroup group) {
    try {
      return AsynchronousServerSocketChannel.open(group)
          .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static AsynchronousChannelGroup group() {
    try {
      return AsynchronousChannelGroup.withFixedThreadPool(1, Executors.defaultThreadFactory());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static AsynchronousFileChannel file() {
    try {
      Path path = Files.createTempFile("idiom", ".bin");
      Files.write(path, new byte[8]);
      path.toFile().deleteOnExit();
      return AsynchronousFileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A client and what the server accepted for it. */
  private static final class Connection {
    final AsynchronousSocketChannel client;
    final AsynchronousSocketChannel accepted;

    Connection(@Nullable AsynchronousChannelGroup group) {
      try {
        AsynchronousServerSocketChannel server = server(group);
        client = AsynchronousSocketChannel.open(group);
        var accepting = server.accept();
        client.connect(server.getLocalAddress()).get();
        accepted = accepting.get();
      } catch (IOException | InterruptedException | ExecutionException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
