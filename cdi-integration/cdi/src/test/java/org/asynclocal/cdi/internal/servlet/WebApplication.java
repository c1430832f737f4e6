package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application of a test: servlets by path, a filter and parameters of the descriptor. */
public final class WebApplication {
  /** The path of the page for every error and exception, if the application has one. */
  static final String ERROR_PAGE = "/error-page";

  final Map<String, HttpServlet> servlets = new LinkedHashMap<>();
  final Map<String, String> parameters = new LinkedHashMap<>();
  @Nullable Filter filter;

  /** How many threads the server has for requests. */
  int threads = 4;

  /** Runs around each dispatch on its thread, outside of all filters. */
  Outside outside = Dispatch::run;

  WebApplication servlet(String path, Handler handler) {
    return servlet(path, new HandlingServlet(handler));
  }

  public WebApplication servlet(String path, HttpServlet servlet) {
    servlets.put(path, servlet);
    return this;
  }

  WebApplication filter(Filtering filtering) {
    filter =
        new Filter() {
          @Override
          public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
              throws IOException, ServletException {
            filtering.filter(chain, request, response);
          }
        };
    return this;
  }

  public WebApplication parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  WebApplication threads(int count) {
    threads = count;
    return this;
  }

  WebApplication outside(Outside around) {
    outside = around;
    return this;
  }

  /** The code of a servlet. */
  @FunctionalInterface
  interface Handler {
    void handle(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  /** The code of a filter. */
  @FunctionalInterface
  interface Filtering {
    void filter(FilterChain chain, ServletRequest request, ServletResponse response)
        throws IOException, ServletException;
  }

  /** A dispatch, on the thread that the container does it on. */
  @FunctionalInterface
  interface Dispatch {
    void run() throws Exception;
  }

  /** Code around a dispatch. */
  @FunctionalInterface
  interface Outside {
    void around(Dispatch dispatch) throws Exception;
  }

  private static final class HandlingServlet extends HttpServlet {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Handler handler;

    HandlingServlet(Handler handler) {
      this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      handler.handle(request, response);
    }
  }
}
