package org.asynclocal.examples.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.asynclocal.examples.request.Hop;
import org.asynclocal.examples.request.Hops;
import org.asynclocal.examples.request.RequestLog;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Asks the repository on a worker, and goes on when it has answered. */
@ApplicationScoped
public class UserService {
  @Inject private UserRepository repository;
  @Inject private ManagedExecutor executor;
  @Inject private Hops hops;
  @Inject private RequestLog log;

  /**
   * Finds a user.
   *
   * @param id the user's id
   * @return the steps that it took, once they are done
   */
  CompletionStage<List<Hop>> find(String id) {
    log.info("Asking the repository for user " + id);
    Hop service = hops.here("service");
    return executor
        .supplyAsync(() -> repository.find(id))
        .thenApplyAsync(repository -> List.of(service, repository, hops.here("continuation")));
  }
}
