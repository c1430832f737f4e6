package org.asynclocal.examples.trace;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.asynclocal.hooks.AsyncResource;

/**
 * A TCP server that echoes one byte per connection. The server and its connections are asynchronous
 * resources, with the type names of Node.js. The caller closes it.
 */
final class TcpServer extends AsyncResource implements Closeable {
  private final ServerSocket socket;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private TcpServer(ServerSocket socket) {
    super("TCPSERVERWRAP");
    this.socket = socket;
  }

  /** Listens on a free port of this machine. */
  static TcpServer open() throws IOException {
    TcpServer server = new TcpServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
    // An unmanaged thread, because connections arrive from outside of any request. It ends when the
    // server is closed.
    Thread acceptor = new Thread(server::acceptAll, "trace-acceptor");
    acceptor.setDaemon(true);
    acceptor.setContextClassLoader(null);
    acceptor.start();
    return server;
  }

  /** Connects, sends a byte, and waits until the server has closed the connection. */
  void visit() throws IOException {
    AsyncResource client = new AsyncResource("TCPCONNECTWRAP");
    try {
      client.<IOException>runInAsyncScope(this::exchange);
    } finally {
      client.emitDestroy();
    }
  }

  private void exchange() throws IOException {
    try (Socket connection = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
      connection.getOutputStream().write('!');
      if (connection.getInputStream().readAllBytes().length != 1) {
        throw new IOException("The server closed the connection without an answer");
      }
    }
  }

  private void acceptAll() {
    try {
      while (!socket.isClosed()) {
        accept();
      }
      ended.complete(null);
    } catch (IOException | RuntimeException e) {
      if (socket.isClosed()) {
        ended.complete(null);
      } else {
        ended.completeExceptionally(e);
      }
    }
  }

  private void accept() throws IOException {
    try (Socket connection = socket.accept()) {
      AsyncResource resource = new AsyncResource("TCPWRAP", asyncId());
      try {
        resource.<IOException>runInAsyncScope(
            () -> connection.getOutputStream().write(connection.getInputStream().read()));
      } finally {
        resource.emitDestroy();
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      ended.join();
    } catch (CompletionException e) {
      throw new IOException("The server failed", e.getCause());
    } finally {
      emitDestroy();
    }
  }
}
