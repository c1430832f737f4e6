package org.asynclocal.transaction;

import org.jspecify.annotations.Nullable;

/** Keeps away from Jakarta Transactions where that is not on the class path. */
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

  /** The values of the thread's transaction; null if it has none, or no transaction. */
  static @Nullable TransactionStores current() {
    return PRESENT ? TransactionStores.current() : null;
  }

  /**
   * The values of the thread's transaction, to be written.
   *
   * @throws IllegalStateException if there is none that can be
   */
  static TransactionStores ofActive(String storage) {
    if (!PRESENT) {
      throw new IllegalStateException(TransactionMessages.NO_API.text(storage));
    }
    return TransactionStores.ofActive(storage);
  }
}
