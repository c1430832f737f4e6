package org.asynclocal.it.domain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;

/** Ports of the loopback interface that were free a moment ago, each given once. */
final class Ports implements AutoCloseable {
  private final Deque<ServerSocket> held = new ArrayDeque<>();

  int next() throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    held.add(socket);
    return socket.getLocalPort();
  }

  /** Sets the ports free for the server. */
  @Override
  public void close() throws IOException {
    while (!held.isEmpty()) {
      held.remove().close();
    }
  }
}
