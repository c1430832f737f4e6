package org.asynclocal.it.quarkus.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** A bean that asks for a role, as an enterprise bean does elsewhere. */
@ApplicationScoped
public class Secured {
  @RolesAllowed(Users.ROLE)
  <R> R call(Supplier<R> op) {
    return op.get();
  }
}
