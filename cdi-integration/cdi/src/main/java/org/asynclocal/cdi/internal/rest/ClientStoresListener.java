package org.asynclocal.cdi.internal.rest;

import org.asynclocal.cdi.rest.SendStores;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Registers the filter that sends stores with every client of MicroProfile REST Client. Found as a
 * service.
 */
public class ClientStoresListener implements RestClientListener {
  @Override
  public void onNewClient(Class<?> type, RestClientBuilder builder) {
    builder.register(SendStores.class);
    builder.register(new ContextualInvocations());
  }
}
