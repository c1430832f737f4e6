package org.asynclocal.it.events;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("To a hook, a task of the server's own executor by Jakarta Concurrency")
@SuppressWarnings("NullAway.Init") // injected
public class ConcurrencyEventsIT {
  @ArquillianResource private URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return TaskEventsApplication.with(ConcurrencyEventsServlet.class);
  }

  @Test
  @DisplayName("is one resource, created by the caller and run once by the worker")
  void isOneResource() throws Exception {
    TaskEventsApplication.assertOneResource(base, "CONCURRENCY");
  }
}
