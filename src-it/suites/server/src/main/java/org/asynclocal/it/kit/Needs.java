package org.asynclocal.it.kit;

/** What some tests need of a server. A server's module leaves out the groups of what it has not. */
final class Needs {
  /** Tasks run on the kit's executor, with the kit's providers. */
  static final String KIT = "kit";

  /** A transaction can be on a worker while it is on the thread that waits for that. */
  static final String SHARED_TRANSACTION = "shared-transaction";

  /** The server's default managed executor carries the stores. */
  static final String SERVERS_EXECUTOR = "servers-executor";

  /** Who deploys is told by the server of each reason why it can't. */
  static final String REASONS = "reasons";

  /** The server's log names the threads. */
  static final String THREAD_NAMES = "thread-names";

  private Needs() {}
}
