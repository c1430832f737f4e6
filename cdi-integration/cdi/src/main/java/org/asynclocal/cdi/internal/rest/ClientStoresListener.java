package org.asynclocal.cdi.internal.rest;

import org.asynclocal.cdi.rest.SendStores;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Lets every client of MicroProfile REST Client send stores. Found as a service. */
public class ClientStoresListener implements RestClientListener {
  @Override
  public void onNewClient(Class<?> type, RestClientBuilder builder) {
    builder.register(SendStores.class);
    builder.register(new ContextualInvocations());
  }
}
