package org.asynclocal.it.quarkus.requests;

import org.asynclocal.AsyncLocalStorage;

/** The storage of the application. */
final class Stores {
  static final AsyncLocalStorage<String> CALLER = AsyncLocalStorage.named("caller");

  private Stores() {}

  static String caller() {
    return String.valueOf(CALLER.getStore());
  }
}
