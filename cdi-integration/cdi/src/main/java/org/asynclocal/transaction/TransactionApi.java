package org.asynclocal.transaction;

import org.jspecify.annotations.Nullable;

/** Avoids loading Jakarta Transactions where it is not on the class path. */
final class TransactionApi {
  private static final boolean PRESENT = isPresent();

  private TransactionApi() {}

  private static boolean isPresent() {
    try {
      Class.forName(
          "jakarta.transaction.TransactionSynchronizationRegistry",
          false,
          TransactionApi.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** Returns the values of the thread's transaction; null if it has no values or no transaction. */
  static @Nullable TransactionStores current() {
    return PRESENT ? TransactionStores.current() : null;
  }

  /**
   * Returns the values of the thread's transaction, for writing.
   *
   * @throws IllegalStateException if no transaction is active
   */
  static TransactionStores ofActive(String storage) {
    if (!PRESENT) {
      throw new IllegalStateException(TransactionMessages.NO_API.text(storage));
    }
    return TransactionStores.ofActive(storage);
  }
}
