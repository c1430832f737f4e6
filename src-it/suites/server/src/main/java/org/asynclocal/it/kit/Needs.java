package org.asynclocal.it.kit;

/**
 * Features of a server that some tests need. A server's module excludes the groups that it lacks.
 */
final class Needs {
  /** Tasks run on the kit's executor, with the kit's providers. */
  static final String KIT = "kit";

  /** A transaction can be on a worker while it is on the thread that waits for that. */
  static final String SHARED_TRANSACTION = "shared-transaction";

  /** The server's default managed executor carries the stores. */
  static final String SERVERS_EXECUTOR = "servers-executor";

  /** The server reports each reason why it refuses a deployment. */
  static final String REASONS = "reasons";

  /** The server's log names the threads. */
  static final String THREAD_NAMES = "thread-names";

  private Needs() {}
}
