package org.asynclocal.cdi.internal.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.asynclocal.cdi.internal.CdiMessages;
import org.jspecify.annotations.Nullable;

/** Looks for a second copy of the library where the application's classes come from. */
final class LibraryCopies {
  private static final String CORE = "org/asynclocal/AsyncLocalStorage.class";

  private LibraryCopies() {}

  /** Returns the problem if more than one copy is visible from here or from the application. */
  static Optional<String> problem() {
    Set<String> copies = new TreeSet<>();
    add(copies, LibraryCopies.class.getClassLoader());
    add(copies, Thread.currentThread().getContextClassLoader());
    return copies.size() < 2
        ? Optional.empty()
        : Optional.of(CdiMessages.TWO_COPIES.text(String.join(", ", copies)));
  }

  private static void add(Set<String> copies, @Nullable ClassLoader loader) {
    if (loader == null) {
      return;
    }
    try {
      for (URL copy : Collections.list(loader.getResources(CORE))) {
        copies.add(copy.toExternalForm());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
