package org.asynclocal.it.kit;

import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The caller that the server itself associates with a thread. */
final class Users {
  static final String ALICE = "alice";
  static final String BOB = "bob";
  static final String ANONYMOUS = "anonymous";

  /** With this class's own loader: a bare thread has none. */
  static final Logins LOGINS =
      ServiceLoader.load(Logins.class, Users.class.getClassLoader()).findFirst().orElseThrow();

  private Users() {}

  static String current() {
    String user = LOGINS.current();
    return user == null ? ANONYMOUS : user;
  }

  static <T extends @Nullable Object> T as(String user, Callable<T> call) throws Exception {
    return LOGINS.as(user, call);
  }

  /** Makes a thread that inherits no caller: on some servers a new thread is its creator's. */
  static Thread bareThread(Runnable action) throws Exception {
    Thread thread = LOGINS.as(null, () -> new Thread(action, "bare"));
    thread.setContextClassLoader(null);
    return thread;
  }
}
