package org.asynclocal.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Headers that go with a message to another process: those of an HTTP request, or the properties of
 * a message. Implemented over whatever library the application sends and receives with. Used on the
 * calling thread only.
 */
public interface HeaderCarrier {

  /**
   * A header of the message.
   *
   * @param name its name
   * @return its value, several ones with commas between; null if there is none
   */
  @Nullable String get(String name);

  /**
   * Sets a header of the message, in the place of those of that name.
   *
   * @param name its name
   * @param value its value
   * @throws UnsupportedOperationException if the message is one that was received
   */
  void set(String name, String value);
}
