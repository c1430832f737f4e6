package org.asynclocal.it.quarkus.requests;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Enters the caller of a request, and answers the one that the response filter and writer see. */
@Provider
public class CallerFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
  @Override
  public void filter(ContainerRequestContext request) {
    String caller = request.getHeaderString("X-Caller");
    if (caller != null) {
      Stores.CALLER.enterWith(caller);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle("X-Filter", Stores.caller());
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    context.getHeaders().putSingle("X-Writer", Stores.caller());
    context.proceed();
  }
}
