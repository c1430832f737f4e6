package org.asynclocal.it.quarkus.examples;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that no code passes on: its id and its log.
 *
 * @param id the id
 * @param lines the log, which all threads of the request write
 */
record RequestContext(String id, Queue<String> lines) {
  static final AsyncLocalStorage<RequestContext> CURRENT = AsyncLocalStorage.named("examples");

  RequestContext(String id) {
    this(id, new ConcurrentLinkedQueue<>());
  }

  /** The id of the request that this thread works for; null if there is none. */
  static @Nullable String currentId() {
    RequestContext current = CURRENT.getStore();
    return current == null ? null : current.id;
  }

  /** Writes a line with the id of the current request. */
  static void log(String message) {
    RequestContext current = requireNonNull(CURRENT.getStore(), "request context");
    current.lines.add("[" + current.id + "] " + message);
  }

  List<String> log() {
    return List.copyOf(lines);
  }
}
