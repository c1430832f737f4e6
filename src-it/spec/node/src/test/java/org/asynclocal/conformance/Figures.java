package org.asynclocal.conformance;

import java.util.Locale;

/** Figures of a run of the suite: a line of the test log. */
final class Figures {
  private Figures() {}

  static void report(String format, Object... arguments) {
    System.getLogger("org.asynclocal.conformance")
        .log(System.Logger.Level.INFO, String.format(Locale.ROOT, format, arguments));
  }
}
