package org.asynclocal.it.liberty;

import java.net.URL;
import org.asynclocal.it.events.TaskEventsApplication;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("To a hook, a task of the server's own executor by MicroProfile Context Propagation")
@SuppressWarnings("NullAway.Init") // injected
public class MicroProfileEventsIT {
  @ArquillianResource private URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return TaskEventsApplication.with(MicroProfileEventsServlet.class);
  }

  @Test
  @DisplayName("is one resource, created by the caller and run once by the worker")
  void isOneResource() throws Exception {
    TaskEventsApplication.assertOneResource(base, "MICROPROFILE");
  }
}
