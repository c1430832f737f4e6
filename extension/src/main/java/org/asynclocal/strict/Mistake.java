package org.asynclocal.strict;

import java.util.Arrays;
import org.asynclocal.internal.config.Message;

/**
 * The ways in which a store gets lost or outlives its use. Each has its message id and its section
 * in the troubleshooting guide.
 */
public enum Mistake {
  /** A {@code CompletableFuture}'s asynchronous method was called without an executor. */
  FUTURE_WITHOUT_EXECUTOR(
      "ASYNCLOCAL-030",
      "Storage '%1$s' has no value on %2$s: a CompletableFuture ran its function in the common"
          + " pool, which carries nothing.%3$s",
      "Give the future's method a managed executor, or start the chain with the executor's own"
          + " supplyAsync."),

  /** A callback was registered where the store was not, and completed where it was. */
  REGISTERED_OUTSIDE(
      "ASYNCLOCAL-031",
      "Storage '%1$s' has no value on %2$s: what runs there has the context of its registration,"
          + " which had none.%3$s",
      "Register the callback where the value is, or bind it there with"
          + " AsyncLocalStorage.bindFunction and its siblings."),

  /** A thread was started by hand. */
  BARE_THREAD(
      "ASYNCLOCAL-032",
      "Storage '%1$s' has no value on %2$s: a thread that is started by hand inherits nothing."
          + "%3$s",
      "Use a managed executor, or make the thread with"
          + " AsyncLocalStorage.snapshot().bindThreadFactory(..)."),

  /** A pool that carries nothing called. */
  FOREIGN_POOL(
      "ASYNCLOCAL-033",
      "Storage '%1$s' has no value on %2$s: the thread belongs to a pool that carries nothing."
          + "%3$s",
      "Bind the task or listener where it is registered, or hand the library a managed executor."),

  /** {@code enterWith} was called where nothing ends it. */
  ENTERED_UNMANAGED(
      "ASYNCLOCAL-034",
      "Storage '%1$s' was entered on %2$s, where nothing ends it: it stays for whatever that thread"
          + " does next.%3$s",
      "Use run or withScope there."),

  /** Work went on after the request that it belongs to. */
  OUTLIVED_REQUEST(
      "ASYNCLOCAL-035",
      "%2$s began to run after the request that it belongs to was over.%3$s",
      "Let the request wait for its work, or start work that is meant to go on outside of it."),

  /** A server's executor was used from a thread outside any component. */
  OUTSIDE_COMPONENT(
      "ASYNCLOCAL-036",
      "Storage '%1$s' has no value on %2$s: a server's executor that is called from a thread"
          + " outside any component captures no context.%3$s",
      "Bind the task with AsyncLocalStorage.bindRunnable before handing it over."),

  /** A scope was closed on a thread that did not open it. */
  SCOPE_ON_OTHER_THREAD(
      "ASYNCLOCAL-001",
      "A scope of storage '%1$s' was closed on %2$s, which did not open it.%3$s",
      "Close a scope on the thread that opened it, in try-with-resources."),

  /** A scope was closed before one that was opened later. */
  SCOPE_OUT_OF_ORDER(
      "ASYNCLOCAL-002",
      "A scope of storage '%1$s' was closed out of order on %2$s.%3$s",
      "Open scopes in try-with-resources."),

  /** A scope was closed again. */
  SCOPE_CLOSED_TWICE(
      "ASYNCLOCAL-006",
      "A scope of storage '%1$s' was closed again on %2$s.%3$s",
      "Close each scope once, best by try-with-resources alone."),

  /** A scope was not closed by the time that what surrounds it ended. */
  SCOPE_NEVER_CLOSED(
      "ASYNCLOCAL-007",
      "A scope of storage '%1$s' was never closed; what surrounds it ended on %2$s.%3$s",
      "Open scopes in try-with-resources."),

  /** There was nothing to lose: no value was ever bound where the flow came from. */
  NEVER_BOUND(
      "ASYNCLOCAL-038",
      "Storage '%1$s' has no value on %2$s.%3$s",
      "Bind it at the edge of the flow, give it a default, or ask isBound() where its absence is"
          + " right.");

  private final String id;
  private final String what;
  private final String remedy;

  Mistake(String id, String what, String remedy) {
    this.id = id;
    this.what = what;
    this.remedy = remedy;
  }

  /**
   * The id of its message.
   *
   * @return {@code ASYNCLOCAL-} and a number
   */
  public String id() {
    return id;
  }

  static Mistake of(String id) {
    return Arrays.stream(values())
        .filter(mistake -> mistake.id.equals(id))
        .findFirst()
        .orElseThrow();
  }

  Message message() {
    return new Message(id, what, remedy);
  }
}
