package org.asynclocal.examples.whoami;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** Holds the futures that one request waits for and another one completes. Thread-safe. */
@ApplicationScoped
public class Handovers {
  @Inject private ManagedExecutor executor;

  private final Map<String, CompletableFuture<@Nullable String>> expected =
      new ConcurrentHashMap<>();

  /**
   * Creates a future to wait for.
   *
   * @param ticket the ticket that the other request will present
   * @return completed on the other request's thread, with the name of its user
   */
  CompletableFuture<@Nullable String> expect(String ticket) {
    CompletableFuture<@Nullable String> handover = executor.newIncompleteFuture();
    expected.put(ticket, handover);
    return handover;
  }

  /**
   * Completes the future of a ticket, on this thread.
   *
   * @param ticket the ticket, which is valid once
   * @param user the user of the current thread
   * @return false if no request waits for this ticket
   */
  boolean complete(String ticket, @Nullable String user) {
    CompletableFuture<@Nullable String> handover = expected.remove(ticket);
    return handover != null && handover.complete(user);
  }

  /**
   * Completes the future of a ticket exceptionally.
   *
   * @param ticket the ticket
   * @param cause the reason why no request will complete it
   */
  void fail(String ticket, Throwable cause) {
    CompletableFuture<@Nullable String> handover = expected.remove(ticket);
    if (handover != null) {
      handover.completeExceptionally(cause);
    }
  }
}
