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

/** Runs each dispatch of a request with that request's stores, and leaves none on the thread. */
final class BoundaryFilter implements Filter {
  private final @Nullable RequestStores entry;

  BoundaryFilter(@Nullable RequestStores entry) {
    this.entry = entry;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestState flow = RequestState.of(request);
    if (flow.isOnThisThread()) {
      // An error page that the container shows before the failed dispatch has ended.
      enter(flow, request, response);
      chain.doFilter(request, response);
      return;
    }
    FrameScope dispatch = flow.begin();
    try {
      enter(flow, request, response);
      chain.doFilter(following(request, flow), response);
    } finally {
      flow.end(dispatch);
    }
  }

  /** The answer is given on each dispatch: before an error page the container may have reset it. */
  private void enter(RequestState flow, ServletRequest request, ServletResponse response) {
    if (entry != null
        && request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answered) {
      if (flow.enters()) {
        entry.open(name -> headers(asked, name));
      }
      entry.answer(answered::setHeader);
    }
  }

  private static @Nullable String headers(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null || !values.hasMoreElements()
        ? null
        : String.join(",", Collections.list(values));
  }

  private static ServletRequest following(ServletRequest request, RequestState flow) {
    return request instanceof HttpServletRequest http && !ContextualRequest.isIn(request)
        ? new ContextualRequest(http, flow)
        : request;
  }
}
