package org.asynclocal.internal.config;

/** The core's messages. Each id has its section in the troubleshooting guide. */
public final class CoreMessages {
  public static final Message SCOPE_ON_OTHER_THREAD =
      new Message(
          "ASYNCLOCAL-001",
          "A scope of storage '%s' was closed on thread '%s', which did not open it or now works"
              + " for another request; that thread keeps what it has.",
          "Close a scope on the thread that opened it, in try-with-resources; to carry the value to"
              + " another thread, bind the callback.");

  public static final Message SCOPE_OUT_OF_ORDER =
      new Message(
          "ASYNCLOCAL-002",
          "A scope of storage '%s' was closed on thread '%s' out of order: something begun later"
              + " was still open there, or what surrounded it was already over.",
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

  public static final Message NOT_SERIALIZABLE =
      new Message(
          "ASYNCLOCAL-005",
          "A captured context can't be serialized: stores are references of this process.",
          "Clear the context type 'AsyncLocalStorage' for proxies that are to be serialized.");

  /** Told to strict mode alone: closing again is allowed, but seldom meant. */
  public static final Message SCOPE_CLOSED_TWICE =
      new Message(
          "ASYNCLOCAL-006",
          "A scope of storage '%s' was closed again on thread '%s'; nothing changed.",
          "Close each scope once, best by try-with-resources alone.");

  /** Told to strict mode alone: what surrounded the scope has put things right. */
  public static final Message SCOPE_NEVER_CLOSED =
      new Message(
          "ASYNCLOCAL-007",
          "A scope of storage '%s' was still open on thread '%s' when what surrounds it ended.",
          "Open scopes in try-with-resources.");

  public static final Message NO_VALUE =
      new Message(
          "ASYNCLOCAL-008",
          "Storage '%s' has no value here.",
          "Bind it at the edge of the request or task, and hand work over by an executor that"
              + " propagates; strict mode names the handoff that lost it.");

  private CoreMessages() {}
}
