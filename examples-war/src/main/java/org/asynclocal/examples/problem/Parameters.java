package org.asynclocal.examples.problem;

import jakarta.ws.rs.BadRequestException;
import org.jspecify.annotations.Nullable;

/** Reads query parameters. An invalid one is answered with status 400, and the answer names it. */
public final class Parameters {
  private Parameters() {}

  /**
   * Parses a whole number within bounds.
   *
   * @param name the parameter's name
   * @param text its value
   * @param min the smallest number allowed
   * @param max the largest number allowed
   * @return the number
   */
  public static int inRange(String name, String text, int min, int max) {
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notInRange(name, text, min, max, e);
    }
    throw notInRange(name, text, min, max, null);
  }

  /**
   * Parses a boolean.
   *
   * @param name the parameter's name
   * @param text its value, {@code true} or {@code false}
   * @return the boolean
   */
  public static boolean flag(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadRequestException(name + " must be true or false");
    };
  }

  /**
   * Checks a required text.
   *
   * @param name the parameter's name
   * @param text its value; null if the request has none
   * @param maxLength the largest length allowed
   * @return the text
   */
  public static String text(String name, @Nullable String text, int maxLength) {
    if (text == null || text.isBlank() || text.length() > maxLength) {
      throw new BadRequestException(
          name + " must be given and have 1 to " + maxLength + " characters");
    }
    return text;
  }

  private static BadRequestException notInRange(
      String name, String text, int min, int max, @Nullable Exception cause) {
    return new BadRequestException(
        name + " must be a whole number from " + min + " to " + max + ", not \"" + text + "\"",
        cause);
  }
}
