package org.asynclocal.it.quarkus.arc;

import jakarta.enterprise.context.ApplicationScoped;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;

/** Reads an injected storage. */
@ApplicationScoped
public class Greeter {
  private final AsyncLocalStorage<String> name;

  Greeter(@StorageName("name") AsyncLocalStorage<String> name) {
    this.name = name;
  }

  /** Returns a greeting for the current name. */
  public String greeting() {
    return "Hello " + name.getStore();
  }

  /** Returns the greeting with a name bound. */
  public String greet(String who) {
    return name.call(who, this::greeting);
  }
}
