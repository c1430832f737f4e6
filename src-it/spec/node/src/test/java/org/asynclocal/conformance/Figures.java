package org.asynclocal.conformance;

import java.util.Locale;

/** What a run of the suite has to say beside red and green: a line of the test log. */
final class Figures {
  private Figures() {}

  static void report(String format, Object... arguments) {
    System.getLogger("org.asynclocal.conformance")
        .log(System.Logger.Level.INFO, String.format(Locale.ROOT, format, arguments));
  }
}
