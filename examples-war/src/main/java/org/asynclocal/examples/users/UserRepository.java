package org.asynclocal.examples.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.Hop;
import org.asynclocal.examples.request.Hops;
import org.asynclocal.examples.request.RequestLog;

/** Stands for the slow part, a database or another service: it is asked on a worker. */
@ApplicationScoped
public class UserRepository {
  @Inject private Hops hops;
  @Inject private RequestLog log;

  /**
   * Finds a user.
   *
   * @param id the user's id
   * @return what this step saw
   */
  Hop find(String id) {
    log.info("Found user " + id);
    return hops.here("repository");
  }
}
