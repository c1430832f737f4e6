package org.asynclocal.it.quarkus.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import org.asynclocal.it.quarkus.Stores;

/** Another user, bob, with a thread, an identity and a store of his own. */
@Singleton
public class Stranger {
  private final Work work;

  Stranger(Work work) {
    this.work = work;
  }

  void run(Runnable task) {
    new Thread(() -> Stores.REQUEST.run("bob's", () -> work.asBob(task)), "bob").start();
  }

  /** The request of bob. */
  @ApplicationScoped
  static class Work {
    private final CurrentIdentityAssociation association;

    Work(CurrentIdentityAssociation association) {
      this.association = association;
    }

    @ActivateRequestContext
    void asBob(Runnable task) {
      association.setIdentity(Users.identity("bob"));
      task.run();
    }
  }
}
