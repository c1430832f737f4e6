package org.asynclocal.examples.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.asynclocal.examples.request.RequestLog;
import org.asynclocal.examples.request.RequestStep;
import org.asynclocal.examples.request.RequestSteps;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Calls the repository on a worker thread, and continues on another one with its result. */
@ApplicationScoped
public class UserService {
  @Inject private UserRepository repository;
  @Inject private ManagedExecutor executor;
  @Inject private RequestSteps steps;
  @Inject private RequestLog log;

  /**
   * Finds a user.
   *
   * @param id the user's id
   * @return the steps taken, when all are done
   */
  CompletionStage<List<RequestStep>> find(String id) {
    log.info("Asking the repository for user " + id);
    RequestStep service = steps.here("service");
    // The executor captures the stores, the caller and the transaction when a task is submitted or
    // a
    // stage is registered, and both are here, on the request's thread.
    return executor
        .supplyAsync(() -> repository.find(id))
        .thenApplyAsync(repository -> List.of(service, repository, steps.here("continuation")));
  }
}
