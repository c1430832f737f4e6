package org.asynclocal.examples.request;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The store's value: a request's id and its log. Thread-safe. */
final class Request {
  private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String id;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private Request(String id) {
    this.id = id;
  }

  /**
   * Creates a request.
   *
   * @param wishedId the id that the client asks for. It is used if it consists of 1 to 64 letters,
   *     digits, dots, underscores and hyphens, so that a client cannot forge log lines; otherwise
   *     the request gets a new id.
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
