package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** The servlet container that those of GlassFish and Payara descend from. */
final class TomcatServer extends WebServer {
  private final Tomcat tomcat = new Tomcat();
  private final Path folder = Files.createTempDirectory("tomcat");

  TomcatServer(WebApplication application) throws Exception {
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", String.valueOf(application.threads));
    connector.setProperty("minSpareThreads", "1");
    tomcat.setConnector(connector);
    configure(tomcat.addContext("", folder.toString()), application);
    tomcat.start();
  }

  private static void configure(Context context, WebApplication application) {
    context.getPipeline().addValve(new Around(application.outside));
    application.parameters.forEach(context::addParameter);
    application.servlets.forEach(
        (path, servlet) -> {
          Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
          wrapper.setAsyncSupported(true);
          wrapper.addMapping(path);
        });
    if (application.servlets.containsKey(WebApplication.ERROR_PAGE)) {
      ErrorPage page = new ErrorPage();
      page.setLocation(WebApplication.ERROR_PAGE);
      context.addErrorPage(page);
    }
    if (application.filter != null) {
      add(context, application.filter);
    }
    for (ServletContainerInitializer initializer : initializers()) {
      context.addServletContainerInitializer(initializer, Set.of());
    }
  }

  private static void add(Context context, Filter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("filter");
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("filter");
    mapping.addURLPattern("/*");
    mapping.setDispatcher(DispatcherType.REQUEST.name());
    context.addFilterMap(mapping);
  }

  @Override
  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    } finally {
      ExpandWar.delete(folder.toFile());
    }
  }

  private static final class Around extends ValveBase {
    private final WebApplication.Outside outside;

    Around(WebApplication.Outside outside) {
      super(true);
      this.outside = outside;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      try {
        outside.around(() -> getNext().invoke(request, response));
      } catch (IOException | ServletException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new ServletException(e);
      }
    }
  }
}
