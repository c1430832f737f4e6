package org.asynclocal.internal.config;

import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * A message to the user: what happened and what to do, under an id that the troubleshooting guide
 * explains.
 *
 * @param id {@code ASYNCLOCAL-} and a number
 * @param what what happened, a {@link java.util.Formatter} pattern
 * @param remedy what to do about it
 */
public record Message(String id, String what, String remedy) {

  /** The message with its arguments. */
  public String text(Object... arguments) {
    return id + ": " + what(arguments) + " " + remedy;
  }

  /** Writes the message to the log {@code org.asynclocal} as a warning. */
  public void report(Object... arguments) {
    System.getLogger("org.asynclocal").log(Level.WARNING, text(arguments));
  }

  /** Writes the message with its cause. */
  public void report(Throwable cause, Object... arguments) {
    System.getLogger("org.asynclocal").log(Level.WARNING, text(arguments), cause);
  }

  private String what(Object... arguments) {
    return String.format(Locale.ROOT, what, arguments);
  }
}
