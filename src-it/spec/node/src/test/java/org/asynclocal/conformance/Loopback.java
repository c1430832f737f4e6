package org.asynclocal.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;

/** Real sockets and real HTTP, on this machine. */
final class Loopback {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private Loopback() {}

  /** Connects, and asks the callback when the first byte arrives. */
  static CompletableFuture<Object> onData(int port, Supplier<Object> callback) throws IOException {
    CompletableFuture<Object> observed = new CompletableFuture<>();
    AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
    BiConsumer<Integer, Object> onData =
        AsyncLocalStorage.bindBiConsumer(
            (read, nothing) -> {
              observed.complete(callback.get());
              close(channel);
            });
    Handler<Integer> data = new Handler<>(observed, onData);
    channel.connect(
        new InetSocketAddress(HOST, port),
        "",
        new Handler<>(
            observed, (connected, none) -> channel.read(ByteBuffer.allocate(1), "", data)));
    return observed;
  }

  private static void close(AsynchronousSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Handler<T>(CompletableFuture<Object> observed, BiConsumer<T, Object> onCompleted)
      implements CompletionHandler<T, Object> {
    @Override
    public void completed(T result, Object attachment) {
      onCompleted.accept(result, attachment);
    }

    @Override
    public void failed(Throwable thrown, Object attachment) {
      observed.completeExceptionally(thrown);
    }
  }

  static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Sends one byte to whoever connects first. */
  static final class Greeter implements AutoCloseable {
    private final ServerSocket server;

    Greeter() throws IOException {
      server = new ServerSocket(0, 1, HOST);
      Thread thread = new Thread(this::greet, "greeter");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return server.getLocalPort();
    }

    private void greet() {
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write('!');
        socket.getOutputStream().flush();
        int unused = socket.getInputStream().read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  /** The handler of a request. */
  interface Answer {
    void to(HttpExchange exchange) throws Exception;
  }

  /** An HTTP server and a client of it. */
  static final class Web implements AutoCloseable {
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Web(Answer answer) throws IOException {
      server = HttpServer.create(new InetSocketAddress(HOST, 0), 0);
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            clients.add(exchange.getRemoteAddress());
            try {
              answer.to(exchange);
            } catch (Exception e) {
              throw new IOException(e);
            }
          });
      server.start();
    }

    CompletableFuture<String> get(String path) {
      String url = "http://" + HOST.getHostAddress() + ":" + server.getAddress().getPort() + path;
      return client
          .sendAsync(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .thenApply(HttpResponse::body);
    }

    int connections() {
      return clients.size();
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
