package org.asynclocal.transaction;

import org.asynclocal.internal.config.Message;

/** The messages of transactions. Each id has its section in the troubleshooting guide. */
final class TransactionMessages {
  static final Message NOT_ACTIVE =
      new Message(
          "ASYNCLOCAL-150",
          "The transaction storage '%s' was written where no transaction is active (%s).",
          "Write it in a method with a transaction, on a thread that the transaction is carried to"
              + " and before it ends.");

  static final Message NO_REGISTRY =
      new Message(
          "ASYNCLOCAL-151",
          "The transaction storage '%s' was written, but there is no"
              + " TransactionSynchronizationRegistry, neither as a bean nor under its name in"
              + " java:comp.",
          "Run in a container with transactions and on one of its threads, or produce the registry"
              + " as an @ApplicationScoped bean.");

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
          "Catch what it may meet: the transaction is over, and nobody is left to be told.");

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
