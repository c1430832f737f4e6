package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.asynclocal.cdi.internal.request.RequestStores;
import org.asynclocal.internal.context.FrameScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs each dispatch of a request with the stores of that request, and leaves none on the thread.
 */
final class BoundaryFilter implements Filter {
  private final @Nullable RequestStores stores;

  BoundaryFilter(@Nullable RequestStores stores) {
    this.stores = stores;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestState state = RequestState.of(request);
    if (state.isOnThisThread()) {
      // The container shows an error page before the failed dispatch has ended.
      enter(state, request, response);
      chain.doFilter(request, response);
      return;
    }
    FrameScope dispatch = state.begin();
    try {
      enter(state, request, response);
      chain.doFilter(contextual(request, state), response);
    } finally {
      state.end(dispatch);
    }
  }

  /**
   * Sets the response header on each dispatch, because the container may have reset the response
   * before an error page.
   */
  private void enter(RequestState state, ServletRequest request, ServletResponse response) {
    if (stores != null
        && request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answered) {
      if (state.enters()) {
        stores.open(name -> headers(asked, name));
      }
      stores.setRequestId(answered::setHeader);
    }
  }

  private static @Nullable String headers(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null || !values.hasMoreElements()
        ? null
        : String.join(",", Collections.list(values));
  }

  private static ServletRequest contextual(ServletRequest request, RequestState state) {
    return request instanceof HttpServletRequest http && !ContextualRequest.isIn(request)
        ? new ContextualRequest(http, state)
        : request;
  }
}
