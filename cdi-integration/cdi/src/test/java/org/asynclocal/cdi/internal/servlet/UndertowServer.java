package org.asynclocal.cdi.internal.servlet;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.api.ThreadSetupHandler;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.RequestDispatcherImpl;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The servlet container of WildFly. */
final class UndertowServer extends WebServer {
  private final Undertow undertow;

  UndertowServer(WebApplication application) throws Exception {
    DeploymentManager deployment = Servlets.defaultContainer().addDeployment(info(application));
    deployment.deploy();
    undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(2)
            .setWorkerThreads(application.threads)
            .setHandler(deployment.start())
            .build();
    undertow.start();
  }

  private static DeploymentInfo info(WebApplication application) {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(UndertowServer.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("application.war")
            .addThreadSetupAction(around(application.outside));
    application.parameters.forEach(info::addInitParameter);
    application.servlets.forEach(
        (path, servlet) ->
            info.addServlet(
                new ServletInfo(path, HttpServlet.class, new ImmediateInstanceFactory<>(servlet))
                    .addMapping(path)
                    .setAsyncSupported(true)));
    if (application.servlets.containsKey(WebApplication.ERROR_PAGE)) {
      info.addErrorPage(Servlets.errorPage(WebApplication.ERROR_PAGE));
    }
    Filter filter = application.filter;
    if (filter != null) {
      info.addFilter(
          new FilterInfo("filter", Filter.class, new ImmediateInstanceFactory<>(filter))
              .setAsyncSupported(true));
      info.addFilterUrlMapping("filter", "/*", DispatcherType.REQUEST);
    }
    for (ServletContainerInitializer initializer : initializers()) {
      info.addServletContainerInitializer(
          new ServletContainerInitializerInfo(
              initializer.getClass(), new ImmediateInstanceFactory<>(initializer), Set.of()));
    }
    return info;
  }

  private static ThreadSetupHandler around(WebApplication.Outside outside) {
    return new ThreadSetupHandler() {
      @Override
      public <T, C> Action<T, C> create(Action<T, C> action) {
        return (HttpServerExchange exchange, C context) -> {
          AtomicReference<@Nullable T> result = new AtomicReference<>();
          outside.around(() -> result.set(action.call(exchange, context)));
          return result.get();
        };
      }
    };
  }

  /** Dispatches to the error page from within the current dispatch. */
  static void showErrorPageNow(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    ServletRequestContext current = ServletRequestContext.requireCurrent();
    new RequestDispatcherImpl(WebApplication.ERROR_PAGE, current.getCurrentServletContext())
        .error(current, request, response, "/", "expected by the test");
  }

  @Override
  int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
