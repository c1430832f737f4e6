package org.asynclocal.quarkus.internal;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.asynclocal.cdi.internal.request.RequestStores;
import org.asynclocal.internal.bridge.ApplicationSettings;

/**
 * Opens the configured storages for each request of Jakarta REST, in the duplicated context of the
 * request, which keeps them. Quarkus REST finds the filter; without Quarkus REST it is unused.
 */
@Provider
@PreMatching
@Priority(RequestStoresFilter.OUTERMOST)
public class RequestStoresFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final int OUTERMOST = 0;

  private final Optional<RequestStores> stores =
      RequestStores.configured(ApplicationSettings.find());

  /** Created by Quarkus REST. */
  public RequestStoresFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    stores.ifPresent(configured -> configured.open(request::getHeaderString));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    stores.ifPresent(configured -> configured.setRequestId(response.getHeaders()::putSingle));
  }
}
