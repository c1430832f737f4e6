package org.asynclocal.it.quarkus;

import org.asynclocal.AsyncLocalStorage;

/** The application's storages. */
public final class Stores {
  /** The id of the request that is worked for. */
  public static final AsyncLocalStorage<String> REQUEST = AsyncLocalStorage.named("request");

  private Stores() {}

  /** The id of the request as text; {@code "null"} if there is none. */
  public static String request() {
    return String.valueOf(REQUEST.getStore());
  }
}
