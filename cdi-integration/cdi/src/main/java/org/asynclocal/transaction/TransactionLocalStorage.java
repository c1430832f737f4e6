package org.asynclocal.transaction;

import static java.util.Objects.requireNonNull;

import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that belongs to the current JTA transaction: the same in everything that works in the
 * transaction, on every thread that it is carried to, and gone with it.
 *
 * <pre>{@code
 * private static final TransactionLocalStorage<Order> ORDER = TransactionLocalStorage.named("order");
 *
 * @Transactional
 * public void place(Order order) {
 *   ORDER.set(order);
 *   stock.reserve();          // ORDER.getStore() anywhere below, also in a managed executor's task
 * }
 * }</pre>
 *
 * <p>It follows the transaction, not the flow of calls. A method with {@code REQUIRES_NEW} has its
 * own value, none at first, and the outer one comes back with the outer transaction; one with
 * {@code NOT_SUPPORTED} sees none. There is nothing to restore: the value is released with the
 * transaction, whether that commits or not.
 *
 * <p>It is there in each {@link jakarta.transaction.Synchronization} of the transaction before
 * completion, and can be written up to the end of {@code beforeCompletion}. What is to know the
 * value after completion is given to {@link #onCompletion}, which needs nothing of the thread. In
 * the {@code afterCompletion} of a synchronization the value is there only as long as the server
 * keeps the transaction on the thread that completes it; the guide to transactions says which do.
 *
 * <p>Thread-safe: a value that one thread has set is seen by all. What is inside the value is the
 * application's to guard, and so is the transaction: no server promises anything to two threads
 * that work in one transaction at once.
 *
 * @param <T> the type of the value
 */
public final class TransactionLocalStorage<T> {
  private final String name;

  private TransactionLocalStorage(String name) {
    this.name = name;
  }

  /**
   * Makes a storage without a name.
   *
   * @param <T> the type of the value
   * @return a storage independent of all others
   */
  public static <T> TransactionLocalStorage<T> create() {
    return new TransactionLocalStorage<>("");
  }

  /**
   * Makes a storage with a name. The name is a label for messages, not an identity: two storages of
   * one name are two storages.
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
   * The value of the current transaction.
   *
   * @return the value; null if there is none, if there is no transaction, or if null itself was set
   */
  @SuppressWarnings("unchecked") // only values of this storage's type are ever put under it
  public @Nullable T getStore() {
    TransactionStores stores = TransactionApi.current();
    return stores == null ? null : (T) stores.get(this);
  }

  /**
   * Whether a value, possibly null, was set in the current transaction.
   *
   * @return false also where there is no transaction
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
   * The value of the current transaction; if there is none, the one that is supplied, which is then
   * set. If two threads supply one at once, the first that is set is the value for both.
   *
   * @param supplier asked at most once, with nothing locked
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
   * Takes the value of the current transaction away before its end.
   *
   * @throws IllegalStateException as for {@link #set}
   */
  public void remove() {
    TransactionApi.ofActive(name).remove(this);
  }

  /**
   * Has the callback called once, after the current transaction was committed or rolled back, with
   * the value that it had at its end, and with its {@link jakarta.transaction.Status}: {@code
   * STATUS_COMMITTED}, {@code STATUS_ROLLEDBACK}, or what else the server tells.
   *
   * <p>The value is that of this transaction, whichever thread completes it, and whether or not the
   * server has taken the transaction off that thread before; null if there is none, or if null was
   * set. It can be set later than this is called. The callback is an interposed {@code
   * afterCompletion}: it has no transaction to work in. What it throws is logged (ASYNCLOCAL-157),
   * and the others are called.
   *
   * @param callback given the value and the status, on the thread that completes the transaction
   * @throws IllegalStateException as for {@link #set}, or if the server takes no callback any more
   *     (ASYNCLOCAL-156), as some do once the transaction is marked for rollback
   */
  @SuppressWarnings("unchecked") // only values of this storage's type are ever put under it
  public void onCompletion(ObjIntConsumer<? super @Nullable T> callback) {
    requireNonNull(callback, "callback");
    TransactionStores stores = TransactionApi.ofActive(name);
    stores.onCompletion(name, status -> callback.accept((T) stores.get(this), status));
  }

  /**
   * The label.
   *
   * @return the name given at creation, else the empty string
   */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "TransactionLocalStorage[" + name + "]";
  }
}
