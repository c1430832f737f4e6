package org.asynclocal.transaction;

import org.asynclocal.internal.config.Message;

/** The messages of transactions. Each id has its section in the troubleshooting guide. */
final class TransactionMessages {
  static final Message NOT_ACTIVE =
      new Message(
          "ASYNCLOCAL-150",
          "The transaction storage '%s' was written where no transaction is active (%s).",
          "Write it in a transactional method, or on a thread to which its transaction is"
              + " propagated, before the transaction ends.");

  static final Message NO_REGISTRY =
      new Message(
          "ASYNCLOCAL-151",
          "The transaction storage '%s' was written, but no TransactionSynchronizationRegistry was"
              + " found as a bean or in java:comp.",
          "Run on a thread of a container with transactions, or produce the registry as an"
              + " @ApplicationScoped bean.");

  static final Message NO_API =
      new Message(
          "ASYNCLOCAL-154",
          "The transaction storage '%s' was written, but Jakarta Transactions is not on the class"
              + " path.",
          "Run on a server with transactions (on Quarkus with quarkus-narayana-jta), or add"
              + " jakarta.transaction-api and a transaction manager.");

  static final Message NO_CALLBACK =
      new Message(
          "ASYNCLOCAL-156",
          "A completion callback of the transaction storage '%s' was refused by the server (%s).",
          "Register it earlier, before the transaction is marked for rollback or completes.");

  static final Message CALLBACK_THREW =
      new Message(
          "ASYNCLOCAL-157",
          "A completion callback of the transaction storage '%s' threw.",
          "Catch exceptions in the callback: the transaction is over, so no caller is left to"
              + " handle them.");

  private static final String[] STATUS_NAMES = {
    "active",
    "marked for rollback",
    "prepared",
    "committed",
    "rolled back",
    "unknown",
    "no transaction",
    "preparing",
    "committing",
    "rolling back"
  };

  private TransactionMessages() {}

  static String statusName(int status) {
    return status >= 0 && status < STATUS_NAMES.length ? STATUS_NAMES[status] : "status " + status;
  }
}
