package org.asynclocal.transaction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldJunit5Extension;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WeldJunit5Extension.class)
class ReleasedValueTest {
  @WeldSetup WeldInitiator weld = WeldInitiator.of(Narayana.container(Services.class));

  private final TransactionLocalStorage<Order> storage = TransactionLocalStorage.create();
  private final Narayana narayana = new Narayana();
  private final TransactionManager manager = narayana.manager();
  private boolean completed;

  @AfterEach
  void end() throws Exception {
    narayana.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_holds_a_value_once_its_transaction_is_over(boolean commit) throws Exception {
    WeakReference<Order> order = setInTransaction(commit);
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (order.get() != null && System.nanoTime() < deadline) {
      System.gc();
      Thread.onSpinWait();
    }
    assertThat(order.get()).isNull();
    assertThat(completed).isTrue();
  }

  private WeakReference<Order> setInTransaction(boolean commit) throws Exception {
    manager.begin();
    storage.set(new Order(narayana.current()));
    storage.onCompletion((order, status) -> completed = order != null);
    WeakReference<Order> order = new WeakReference<>(requireNonNull(storage.getStore()));
    if (commit) {
      manager.commit();
    } else {
      manager.rollback();
    }
    return order;
  }

  /** The worst a value can do: refer to what it belongs to. */
  private record Order(Transaction transaction) {}
}
