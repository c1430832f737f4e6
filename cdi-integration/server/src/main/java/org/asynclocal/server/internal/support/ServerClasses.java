package org.asynclocal.server.internal.support;

import org.jspecify.annotations.Nullable;

/** Classes by which a server is recognised. */
public final class ServerClasses {
  private ServerClasses() {}

  /**
   * Finds a class of the server.
   *
   * @return the class; null if there is none, or if the application itself packs it
   */
  public static @Nullable Class<?> find(String name, ClassLoader application) {
    try {
      Class<?> found = Class.forName(name, false, application);
      return found.getClassLoader() == application ? null : found;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
