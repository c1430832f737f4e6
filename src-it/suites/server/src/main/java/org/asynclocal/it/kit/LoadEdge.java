package org.asynclocal.it.kit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;

/** Binds each request's id, once; all behind it reads that. Counts the requests in flight. */
@WebFilter(urlPatterns = "/load", asyncSupported = true)
@SuppressWarnings("serial") // filters are never serialized
public class LoadEdge extends HttpFilter {
  @Serial private static final long serialVersionUID = 1L;

  private static final String GOES_ON = LoadEdge.class.getName();

  static final AsyncLocalStorage<String> REQUEST = AsyncLocalStorage.named("load");
  static final AtomicInteger IN_FLIGHT = new AtomicInteger();
  static final AtomicInteger MOST = new AtomicInteger();

  @Override
  @SuppressWarnings("try") // the scope is opened for what it does at its end
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    MOST.accumulateAndGet(IN_FLIGHT.incrementAndGet(), Math::max);
    response.setHeader("X-Before", String.valueOf(REQUEST.getStore()));
    try (Scope scope = REQUEST.withScope(request.getParameter("id"))) {
      chain.doFilter(request, response);
    } catch (LoadFailure injected) {
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } finally {
      if (request.getAttribute(GOES_ON) == null) {
        IN_FLIGHT.decrementAndGet();
      }
    }
  }

  /** The request ends when the context does. */
  static AsyncContext goesOn(HttpServletRequest request) {
    request.setAttribute(GOES_ON, true);
    AsyncContext context = request.startAsync();
    context.addListener(new Ended());
    return context;
  }

  /** The intended failure of one request in a hundred. */
  static final class LoadFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private static final class Ended implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      IN_FLIGHT.decrementAndGet();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // The completion follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      // The completion follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Once for each request.
    }
  }
}
