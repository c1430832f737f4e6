package org.asynclocal.it.quarkus.examples;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.asynclocal.it.quarkus.examples.UsersResource.Step;
import org.eclipse.microprofile.context.ManagedExecutor;

/** The service: calls the repository on a thread where it may block. */
@ApplicationScoped
public class UserService {
  private final ManagedExecutor executor;
  private final UserRepository repository;

  UserService(ManagedExecutor executor, UserRepository repository) {
    this.executor = executor;
    this.repository = repository;
  }

  Uni<Boolean> load(List<Step> steps) {
    steps.add(Step.at("service"));
    return Uni.createFrom().completionStage(executor.supplyAsync(() -> repository.find(steps)));
  }
}
