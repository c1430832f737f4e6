package org.asynclocal.it.quarkus.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.asynclocal.it.quarkus.examples.UsersResource.Step;

/** The repository, which runs on a worker. */
@ApplicationScoped
public class UserRepository {
  boolean find(List<Step> steps) {
    return steps.add(Step.at("repository"));
  }
}
