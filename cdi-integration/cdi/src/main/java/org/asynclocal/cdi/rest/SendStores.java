package org.asynclocal.cdi.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.asynclocal.bridge.HeaderCarrier;
import org.asynclocal.internal.bridge.ApplicationSettings;
import org.asynclocal.internal.bridge.BaggagePropagation;
import org.jspecify.annotations.Nullable;

/**
 * Sends the stores that the configuration names with each request of a REST client. Clients of
 * MicroProfile REST Client have it already; register it with other clients:
 *
 * <pre>{@code
 * Client client = ClientBuilder.newBuilder().register(SendStores.class).build();
 * }</pre>
 *
 * <p>It is the last of the client's filters, so that it adds to the header that other filters, such
 * as OpenTelemetry's, have set. Thread-safe.
 *
 * @since 1.0
 */
@Priority(Integer.MAX_VALUE)
public class SendStores implements ClientRequestFilter {
  private final BaggagePropagation propagation = BaggagePropagation.of(ApplicationSettings.find());

  /** Creates the filter with the configuration of the application that creates the client. */
  public SendStores() {}

  @Override
  public void filter(ClientRequestContext request) {
    if (propagation.sends()) {
      propagation.send(new Outgoing(request));
    }
  }

  private record Outgoing(ClientRequestContext request) implements HeaderCarrier {
    @Override
    public @Nullable String get(String name) {
      return request.getHeaderString(name);
    }

    @Override
    public void set(String name, String value) {
      request.getHeaders().putSingle(name, value);
    }
  }
}
