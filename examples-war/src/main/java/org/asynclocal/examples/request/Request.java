package org.asynclocal.examples.request;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the store holds of a request. Thread-safe. */
final class Request {
  private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String id;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private Request(String id) {
    this.id = id;
  }

  /**
   * A new request.
   *
   * @param wishedId the id that the client asks for; anything but 1 to 64 letters, digits, dots,
   *     underscores and hyphens is passed over and an id made instead, so that nobody writes into
   *     our logs
   * @return the request
   */
  static Request withId(@Nullable String wishedId) {
    if (wishedId != null && ACCEPTABLE_ID.matcher(wishedId).matches()) {
      return new Request(wishedId);
    }
    return new Request(UUID.randomUUID().toString());
  }

  String id() {
    return id;
  }

  void addToLog(String line) {
    log.add(line);
  }

  List<String> logged() {
    return List.copyOf(log);
  }
}
