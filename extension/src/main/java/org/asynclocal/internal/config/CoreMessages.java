package org.asynclocal.internal.config;

/**
 * The core's messages. Each id has its section in the troubleshooting guide. Messages on scopes
 * take the storage, the thread or place, and further sentences.
 */
public final class CoreMessages {
  public static final Message SCOPE_ON_OTHER_THREAD =
      new Message(
          "ASYNCLOCAL-001",
          "A scope of storage '%1$s' was closed on %2$s, which did not open it or now works for"
              + " another request; that thread keeps its values.%3$s",
          "Close a scope on the thread that opened it, in try-with-resources; to carry the value to"
              + " another thread, bind the callback.");

  public static final Message SCOPE_OUT_OF_ORDER =
      new Message(
          "ASYNCLOCAL-002",
          "A scope of storage '%1$s' was closed out of order on %2$s: a scope opened later was"
              + " still open there, or the operation around it had ended.%3$s",
          "Close scopes in the reverse order of opening, best in try-with-resources.");

  public static final Message ENDED_TWICE =
      new Message(
          "ASYNCLOCAL-003",
          "A captured context was ended a second time on this thread.",
          "Call endContext once for each begin.");

  public static final Message ENDED_ON_OTHER_THREAD =
      new Message(
          "ASYNCLOCAL-004",
          "A captured context was ended on thread '%s', where it had not begun; that thread keeps"
              + " what it has.",
          "End a context on the thread that began it.");

  public static final Message NOT_SERIALIZED =
      new Message(
          "ASYNCLOCAL-005",
          "A contextual proxy was serialized without the stores that it had captured, which stay in"
              + " this process.",
          "Clear the context type 'AsyncLocalStorage' for proxies that are to be serialized. This"
              + " is reported once.");

  /** Only strict mode reports it: closing again is allowed, but seldom meant. */
  public static final Message SCOPE_CLOSED_TWICE =
      new Message(
          "ASYNCLOCAL-006",
          "A scope of storage '%1$s' was closed again on %2$s; nothing changed.%3$s",
          "Close each scope once, best by try-with-resources alone.");

  /** Only strict mode reports it: the operation around the scope has restored the values. */
  public static final Message SCOPE_NEVER_CLOSED =
      new Message(
          "ASYNCLOCAL-007",
          "A scope of storage '%1$s' was still open on %2$s when the operation around it"
              + " ended.%3$s",
          "Open scopes in try-with-resources.");

  public static final Message NO_VALUE =
      new Message(
          "ASYNCLOCAL-008",
          "Storage '%s' has no value here.",
          "Bind it at the edge of the request or task, and hand work over by an executor that"
              + " propagates; strict mode names the handoff that lost it.");

  private CoreMessages() {}
}
