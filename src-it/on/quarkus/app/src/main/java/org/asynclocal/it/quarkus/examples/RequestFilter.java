package org.asynclocal.it.quarkus.examples;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The middleware: gives each request its context, on the event loop, before it goes anywhere. */
@Provider
@PreMatching
public class RequestFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final String HEADER = "X-Request-Id";

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @Override
  public void filter(ContainerRequestContext request) {
    RequestContext.CURRENT.enterWith(new RequestContext(valid(request.getHeaderString(HEADER))));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String id = RequestContext.currentId();
    if (id != null) {
      response.getHeaders().putSingle(HEADER, id);
    }
  }

  private static String valid(@Nullable String id) {
    return id != null && VALID.matcher(id).matches() ? id : UUID.randomUUID().toString();
  }
}
