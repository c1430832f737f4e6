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
import org.asynclocal.microprofile.ApplicationSettings;

/**
 * Opens what is configured for each request of Jakarta REST, which has a duplicated context that
 * keeps it. Found by Quarkus REST, and by nobody where that is absent.
 */
@Provider
@PreMatching
@Priority(RequestStoresFilter.OUTERMOST)
public class RequestStoresFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final int OUTERMOST = 0;

  private final Optional<RequestStores> entry =
      RequestStores.configured(ApplicationSettings.find());

  /** Made by Quarkus REST. */
  public RequestStoresFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    entry.ifPresent(configured -> configured.open(request::getHeaderString));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    entry.ifPresent(configured -> configured.answer(response.getHeaders()::putSingle));
  }
}
