package org.asynclocal.internal.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mapped diagnostic context of a logging library: what it adds to each line of a thread. */
interface MappedContext {
  @Nullable Object get(String key);

  void put(String key, String value);

  void remove(String key);

  /** Finds those of the libraries on the class path. Two may share one implementation. */
  static List<MappedContext> find() {
    List<MappedContext> found = new ArrayList<>();
    if (isPresent("org.slf4j.MDC")) {
      found.add(new Slf4j());
    }
    if (isPresent("org.jboss.logging.MDC")) {
      found.add(new JBoss());
    }
    return found;
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, MappedContext.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** SLF4J's, over any implementation. */
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
