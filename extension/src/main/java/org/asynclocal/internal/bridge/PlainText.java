package org.asynclocal.internal.bridge;

import java.util.regex.Pattern;

/** Text that neither ends a line nor changes its direction, for logs and headers. */
final class PlainText {
  /**
   * Control characters of all of Unicode, line and paragraph separators, marks that change the
   * direction of text, and halves of surrogate pairs.
   */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private PlainText() {}

  static boolean isPlain(String text) {
    return !UNSAFE.matcher(text).find();
  }

  /** Returns the text with an underscore in the place of each unsafe character. */
  static String of(String text) {
    return UNSAFE.matcher(text).replaceAll("_");
  }
}
