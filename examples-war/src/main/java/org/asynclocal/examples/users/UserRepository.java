package org.asynclocal.examples.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.RequestLog;
import org.asynclocal.examples.request.RequestStep;
import org.asynclocal.examples.request.RequestSteps;

/** Stands for a slow resource, such as a database or a remote service. Runs on a worker thread. */
@ApplicationScoped
public class UserRepository {
  @Inject private RequestSteps steps;
  @Inject private RequestLog log;

  /**
   * Finds a user.
   *
   * @param id the user's id
   * @return the request and user that this step sees
   */
  RequestStep find(String id) {
    log.info("Found user " + id);
    return steps.here("repository");
  }
}
