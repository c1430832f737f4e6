package org.asynclocal.it.kit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * How one server is asked who a thread works for, past everything that is under test. A server's
 * module provides it as a service; its class goes into the WARs.
 */
public interface Logins {

  /** The name of the user that the server itself associates with the thread; null for anonymous. */
  @Nullable String current();

  /** Calls as a user, or anonymously. */
  <T extends @Nullable Object> T as(@Nullable String user, Callable<T> call) throws Exception;
}
