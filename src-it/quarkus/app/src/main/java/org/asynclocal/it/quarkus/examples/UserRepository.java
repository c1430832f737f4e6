package org.asynclocal.it.quarkus.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.asynclocal.it.quarkus.examples.UsersResource.Hop;

/** The repository, which runs on a worker. */
@ApplicationScoped
public class UserRepository {
  boolean find(List<Hop> hops) {
    return hops.add(Hop.at("repository"));
  }
}
