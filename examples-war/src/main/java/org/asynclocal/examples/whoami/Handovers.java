package org.asynclocal.examples.whoami;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** Futures that one request waits for and another one completes. Thread-safe. */
@ApplicationScoped
public class Handovers {
  @Inject private ManagedExecutor executor;

  private final Map<String, CompletableFuture<@Nullable String>> expected =
      new ConcurrentHashMap<>();

  /**
   * Begins to wait.
   *
   * @param ticket what the other request will show
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
   * @param ticket the ticket, good for once
   * @param user whose thread this is
   * @return false if nobody waits for this ticket
   */
  boolean complete(String ticket, @Nullable String user) {
    CompletableFuture<@Nullable String> handover = expected.remove(ticket);
    return handover != null && handover.complete(user);
  }

  /**
   * Lets the wait for a ticket fail.
   *
   * @param ticket the ticket
   * @param cause why nobody will bring it
   */
  void fail(String ticket, Throwable cause) {
    CompletableFuture<@Nullable String> handover = expected.remove(ticket);
    if (handover != null) {
      handover.completeExceptionally(cause);
    }
  }
}
