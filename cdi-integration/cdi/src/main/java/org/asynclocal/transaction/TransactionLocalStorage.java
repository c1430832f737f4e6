package org.asynclocal.transaction;

import static java.util.Objects.requireNonNull;

import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value that belongs to the current JTA transaction: all code that works in the transaction
 * sees the same value, on every thread to which the transaction is propagated, and the value ends
 * with the transaction.
 *
 * <pre>{@code
 * private static final TransactionLocalStorage<Order> ORDER = TransactionLocalStorage.named("order");
 *
 * @Transactional
 * public void place(Order order) {
 *   ORDER.set(order);
 *   stock.reserve(); // any code called from here reads ORDER, and so do managed tasks
 * }
 * }</pre>
 *
 * <p>The value follows the transaction, not the flow of calls. A method with {@code REQUIRES_NEW}
 * has a value of its own, at first none, and the outer value returns with the outer transaction; a
 * method with {@code NOT_SUPPORTED} sees none. There is nothing to restore: the value is released
 * when the transaction ends, by commit or by rollback.
 *
 * <p>Each {@link jakarta.transaction.Synchronization} of the transaction can read the value before
 * completion, and can write it until {@code beforeCompletion} ends. Code that needs the value after
 * completion registers {@link #onCompletion}, which does not depend on the thread. In the {@code
 * afterCompletion} of a synchronization the value is visible only as long as the server keeps the
 * transaction on the completing thread; the guide to transactions lists the servers that do.
 *
 * <p>Thread-safe: all threads see the value that one of them has set. The application guards what
 * is inside the value, and the transaction itself: no server promises anything to two threads that
 * work in one transaction at once.
 *
 * @param <T> the type of the value
 * @since 1.0
 */
public final class TransactionLocalStorage<T> {
  private final String name;

  private TransactionLocalStorage(String name) {
    this.name = name;
  }

  /**
   * Creates a storage without a name.
   *
   * @param <T> the type of the value
   * @return a storage independent of all others
   */
  public static <T> TransactionLocalStorage<T> create() {
    return new TransactionLocalStorage<>("");
  }

  /**
   * Creates a storage with a name. The name is a label for messages, not an identity: two storages
   * with one name are two storages.
   *
   * @param name the label
   * @param <T> the type of the value
   * @return a storage independent of all others
   * @throws NullPointerException if the name is null
   */
  public static <T> TransactionLocalStorage<T> named(String name) {
    return new TransactionLocalStorage<>(requireNonNull(name, "name"));
  }

  /**
   * Returns the value of the current transaction.
   *
   * @return the value; null if there is none, if there is no transaction, or if null was set
   */
  @SuppressWarnings("unchecked") // only values of this storage's type are ever put under it
  public @Nullable T getStore() {
    TransactionStores stores = TransactionApi.current();
    return stores == null ? null : (T) stores.get(this);
  }

  /**
   * Returns whether a value, possibly null, was set in the current transaction.
   *
   * @return false also if there is no transaction
   */
  public boolean isBound() {
    TransactionStores stores = TransactionApi.current();
    return stores != null && stores.has(this);
  }

  /**
   * Sets the value for the rest of the current transaction, on all of its threads.
   *
   * @param value the value; may be null
   * @throws IllegalStateException if no transaction is active here (ASYNCLOCAL-150), if there is no
   *     transaction service to ask (ASYNCLOCAL-151) or not even its API (ASYNCLOCAL-154)
   */
  public void set(@Nullable T value) {
    TransactionApi.ofActive(name).put(this, value);
  }

  /**
   * Returns the value of the current transaction; if there is none, sets and returns the supplied
   * one. If two threads supply a value at once, the first to be set is the value for both.
   *
   * @param supplier called at most once, without a lock
   * @return the value; null if null is set or supplied
   * @throws IllegalStateException as for {@link #set}
   */
  @SuppressWarnings("unchecked") // only values of this storage's type are ever put under it
  public @Nullable T computeIfAbsent(Supplier<? extends @Nullable T> supplier) {
    requireNonNull(supplier, "supplier");
    TransactionStores stores = TransactionApi.ofActive(name);
    if (!stores.has(this)) {
      stores.putIfAbsent(this, supplier.get());
    }
    return (T) stores.get(this);
  }

  /**
   * Removes the value of the current transaction before its end.
   *
   * @throws IllegalStateException as for {@link #set}
   */
  public void remove() {
    TransactionApi.ofActive(name).remove(this);
  }

  /**
   * Registers a callback that is called once, after the current transaction was committed or rolled
   * back, with the value that it had at its end and with its {@link jakarta.transaction.Status}:
   * {@code STATUS_COMMITTED}, {@code STATUS_ROLLEDBACK}, or another one that the server reports.
   *
   * <p>The value is that of this transaction on whichever thread it completes, even if the server
   * has already removed the transaction from that thread; null if there is none or if null was set.
   * It can be set after this call. The callback is an interposed {@code afterCompletion}: it has no
   * transaction to work in. If it throws, the exception is logged (ASYNCLOCAL-157) and the other
   * callbacks are called.
   *
   * @param callback receives the value and the status, on the thread that completes the transaction
   * @throws IllegalStateException as for {@link #set}, or if the server accepts no more callbacks
   *     (ASYNCLOCAL-156), as some servers do once the transaction is marked for rollback
   */
  @SuppressWarnings("unchecked") // only values of this storage's type are ever put under it
  public void onCompletion(ObjIntConsumer<? super @Nullable T> callback) {
    requireNonNull(callback, "callback");
    TransactionStores stores = TransactionApi.ofActive(name);
    stores.onCompletion(name, status -> callback.accept((T) stores.get(this), status));
  }

  /**
   * Returns the label.
   *
   * @return the name given at creation, or the empty string
   */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "TransactionLocalStorage[" + name + "]";
  }
}
