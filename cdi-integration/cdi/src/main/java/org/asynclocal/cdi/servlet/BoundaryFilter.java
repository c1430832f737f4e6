package org.asynclocal.cdi.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.asynclocal.internal.Replay;

/** Runs each dispatch of a request with that request's stores, and leaves none on the thread. */
final class BoundaryFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestFlow flow = RequestFlow.of(request);
    if (flow.isOnThisThread()) {
      // An error page that the container shows before the failed dispatch has ended.
      chain.doFilter(request, response);
      return;
    }
    Replay dispatch = flow.begin();
    try {
      chain.doFilter(following(request, flow), response);
    } finally {
      flow.end(dispatch);
    }
  }

  private static ServletRequest following(ServletRequest request, RequestFlow flow) {
    return request instanceof HttpServletRequest http && !FollowedRequest.isIn(request)
        ? new FollowedRequest(http, flow)
        : request;
  }
}
