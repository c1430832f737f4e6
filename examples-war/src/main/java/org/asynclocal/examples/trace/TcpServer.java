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
 * A TCP server that sends back one byte of each connection. It and its connections are resources
 * under the names that Node.js has for them. Closed by whoever opened it.
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
    // A thread of nobody's, as connections come to it from outside; it ends with the call.
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
