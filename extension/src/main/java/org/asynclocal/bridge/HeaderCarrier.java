package org.asynclocal.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The headers of a message to another process, such as those of an HTTP request or the properties
 * of a JMS message. Applications implement it over the library with which they send and receive:
 *
 * <pre>{@code
 * record Headers(Map<String, String> map) implements HeaderCarrier {
 *   public String get(String name) {
 *     return map.get(name);
 *   }
 *
 *   public void set(String name, String value) {
 *     map.put(name, value);
 *   }
 * }
 * }</pre>
 *
 * <p>It is used on the calling thread only.
 *
 * @since 1.0
 */
public interface HeaderCarrier {

  /**
   * Returns a header of the message.
   *
   * @param name its name
   * @return its value, or its values separated by commas; null if the message does not have it
   */
  @Nullable String get(String name);

  /**
   * Sets a header of the message, and replaces those with the same name.
   *
   * @param name its name
   * @param value its value
   * @throws UnsupportedOperationException if the message was received
   */
  void set(String name, String value);
}
