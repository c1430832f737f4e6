package org.asynclocal.strict;

import java.util.Arrays;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.config.Message;

/**
 * The ways in which a store gets lost or outlives its use. Each has a message id, and a section of
 * the troubleshooting guide that explains it.
 *
 * @since 1.0
 */
public enum Mistake {
  /** An asynchronous method of {@code CompletableFuture} was called without an executor. */
  FUTURE_WITHOUT_EXECUTOR(
      new Message(
          "ASYNCLOCAL-030",
          "Storage '%1$s' has no value on %2$s: a CompletableFuture ran its function in the common"
              + " pool, which carries nothing.%3$s",
          "Give the future's method a managed executor, or start the chain with the executor's own"
              + " supplyAsync.")),

  /** A callback was registered where the storage had no value. */
  REGISTERED_OUTSIDE(
      new Message(
          "ASYNCLOCAL-031",
          "Storage '%1$s' has no value on %2$s: what runs there has the context of its"
              + " registration, which had none.%3$s",
          "Register the callback where the value is, or bind it there with"
              + " AsyncLocalStorage.bindFunction and its siblings.")),

  /** The application started a thread itself. */
  BARE_THREAD(
      new Message(
          "ASYNCLOCAL-032",
          "Storage '%1$s' has no value on %2$s: a thread that is started by hand inherits nothing."
              + "%3$s",
          "Use a managed executor, or make the thread with"
              + " AsyncLocalStorage.snapshot().bindThreadFactory(..).")),

  /** A pool that propagates no context ran the task. */
  FOREIGN_POOL(
      new Message(
          "ASYNCLOCAL-033",
          "Storage '%1$s' has no value on %2$s: the thread belongs to a pool that carries nothing."
              + "%3$s",
          "Bind the task or listener where it is registered, or hand the library a managed"
              + " executor.")),

  /** {@code enterWith} was called where nothing ends the binding. */
  ENTERED_UNMANAGED(
      new Message(
          "ASYNCLOCAL-034",
          "Storage '%1$s' was entered on %2$s, where nothing ends it: it stays for whatever that"
              + " thread does next.%3$s",
          "Use run or withScope there.")),

  /** Work went on after the end of the request that it belongs to. */
  OUTLIVED_REQUEST(
      new Message(
          "ASYNCLOCAL-035",
          "%2$s began to run after the request that it belongs to was over.%3$s",
          "Let the request wait for its work, or start work that is meant to go on outside of"
              + " it.")),

  /** A server's executor was called from a thread outside any component. */
  OUTSIDE_COMPONENT(
      new Message(
          "ASYNCLOCAL-036",
          "Storage '%1$s' has no value on %2$s: a server's executor that is called from a thread"
              + " outside any component captures no context.%3$s",
          "Bind the task with AsyncLocalStorage.bindRunnable before handing it over.")),

  /** A scope was closed on a thread that did not open it. */
  SCOPE_ON_OTHER_THREAD(CoreMessages.SCOPE_ON_OTHER_THREAD),

  /** A scope was closed while a scope opened later was still open. */
  SCOPE_OUT_OF_ORDER(CoreMessages.SCOPE_OUT_OF_ORDER),

  /** A scope was closed again. */
  SCOPE_CLOSED_TWICE(CoreMessages.SCOPE_CLOSED_TWICE),

  /** A scope was still open when the operation around it ended. */
  SCOPE_NEVER_CLOSED(CoreMessages.SCOPE_NEVER_CLOSED),

  /** The storage was never bound on the way to the read, so no handoff lost it. */
  NEVER_BOUND(
      new Message(
          "ASYNCLOCAL-038",
          "Storage '%1$s' has no value on %2$s.%3$s",
          "Bind it at the edge of the flow, give it a default, or ask isBound() where its absence"
              + " is right."));

  /** Its arguments are the storage, the place of the mistake, and sentences on other places. */
  @SuppressWarnings("ImmutableEnumChecker") // a message is a record of strings
  private final Message message;

  Mistake(Message message) {
    this.message = message;
  }

  /**
   * Returns the id of the message.
   *
   * @return {@code ASYNCLOCAL-} and a number
   */
  public String id() {
    return message.id();
  }

  static Mistake of(String id) {
    return Arrays.stream(values())
        .filter(mistake -> mistake.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Message message() {
    return message;
  }
}
