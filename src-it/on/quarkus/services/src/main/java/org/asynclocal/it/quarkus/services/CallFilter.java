package org.asynclocal.it.quarkus.services;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.concurrent.BlockingQueue;
import org.asynclocal.it.quarkus.Stores;

/** Sends the store along, and keeps what it finds when the answer comes. */
final class CallFilter implements ClientRequestFilter, ClientResponseFilter {
  static final String HEADER = "X-Store";

  private final BlockingQueue<String> received;

  CallFilter(BlockingQueue<String> received) {
    this.received = received;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HEADER, Stores.request());
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    received.add(Stores.request());
  }
}
