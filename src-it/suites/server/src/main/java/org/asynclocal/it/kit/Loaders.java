package org.asynclocal.it.kit;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The class loaders of all applications of this process that tell of theirs, held weakly. */
final class Loaders {
  /** A system property of this name has them, for the observer to look at. */
  private static final String PROPERTY = "org.asynclocal.it.loaders";

  private Loaders() {}

  static void add(ClassLoader loader) {
    all().add(new WeakReference<>(loader));
  }

  /** Shared by all applications of this process, and of JDK types alone. */
  @SuppressWarnings("unchecked") // no other code uses this key
  private static Collection<Object> all() {
    return (Collection<Object>)
        System.getProperties().computeIfAbsent(PROPERTY, key -> new ConcurrentLinkedQueue<>());
  }
}
