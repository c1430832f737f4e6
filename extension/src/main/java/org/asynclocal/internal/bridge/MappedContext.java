package org.asynclocal.internal.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mapped diagnostic context of a logging library: what it adds to each line of a thread. */
interface MappedContext {
  @Nullable Object get(String key);

  void put(String key, String value);

  void remove(String key);

  /** Those that are there. Several may lead to the same one. */
  static List<MappedContext> find() {
    List<MappedContext> found = new ArrayList<>();
    if (isThere("org.slf4j.MDC")) {
      found.add(new Slf4j());
    }
    if (isThere("org.jboss.logging.MDC")) {
      found.add(new JBoss());
    }
    return found;
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, MappedContext.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** SLF4J's, whatever is behind it. */
  final class Slf4j implements MappedContext {
    @Override
    public @Nullable Object get(String key) {
      return org.slf4j.MDC.get(key);
    }

    @Override
    public void put(String key, String value) {
      org.slf4j.MDC.put(key, value);
    }

    @Override
    public void remove(String key) {
      org.slf4j.MDC.remove(key);
    }
  }

  /** JBoss Logging's, which is JBoss LogManager's on WildFly and Quarkus. */
  final class JBoss implements MappedContext {
    @Override
    public @Nullable Object get(String key) {
      return org.jboss.logging.MDC.get(key);
    }

    @Override
    public void put(String key, String value) {
      org.jboss.logging.MDC.put(key, value);
    }

    @Override
    public void remove(String key) {
      org.jboss.logging.MDC.remove(key);
    }
  }
}
