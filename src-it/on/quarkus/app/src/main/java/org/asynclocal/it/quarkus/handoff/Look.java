package org.asynclocal.it.quarkus.handoff;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.asynclocal.it.quarkus.Stores;

/** A look at what the current thread has: the store and, with security, the caller. */
@Singleton
public class Look {
  private final Instance<SecurityIdentity> identity;

  Look(Instance<SecurityIdentity> identity) {
    this.identity = identity;
  }

  /** The store and the caller's name, which needs the request scope. */
  public String now() {
    return identity.isResolvable() ? Stores.request() + " " + caller() : Stores.request();
  }

  private String caller() {
    if (!Arc.container().requestContext().isActive()) {
      return "unknown";
    }
    SecurityIdentity found = identity.get();
    return found.isAnonymous() ? "anonymous" : found.getPrincipal().getName();
  }
}
