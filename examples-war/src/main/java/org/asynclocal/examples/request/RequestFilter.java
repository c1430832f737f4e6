package org.asynclocal.examples.request;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.asynclocal.Scope;

/**
 * Binds the store for each call of the API. The id comes from the header {@value #ID_HEADER} or is
 * generated, and the response returns it. No other class reads the header.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class RequestFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String ID_HEADER = "X-Request-Id";

  @Inject private transient CurrentRequest currentRequest;
  @Inject private transient Event<RequestOpened> opened;

  @Override
  @SuppressWarnings("try") // the scope only has to be closed
  protected void doFilter(
      HttpServletRequest httpRequest, HttpServletResponse httpResponse, FilterChain chain)
      throws IOException, ServletException {
    Request request = Request.withId(httpRequest.getHeader(ID_HEADER));
    httpResponse.setHeader(ID_HEADER, request.id());
    // A scope instead of run(..), because doFilter throws two kinds of checked exceptions.
    try (Scope scope = currentRequest.open(request)) {
      opened.fire(new RequestOpened(httpRequest, request.id()));
      chain.doFilter(httpRequest, httpResponse);
    }
  }
}
