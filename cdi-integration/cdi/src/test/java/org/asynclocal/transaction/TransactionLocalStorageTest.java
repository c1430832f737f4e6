package org.asynclocal.transaction;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldJunit5Extension;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WeldJunit5Extension.class)
class TransactionLocalStorageTest {
  @WeldSetup WeldInitiator weld = WeldInitiator.of(Narayana.container(Services.class));

  private final TransactionLocalStorage<String> storage = TransactionLocalStorage.named("order");
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final List<@Nullable String> seen = new CopyOnWriteArrayList<>();
  private final Narayana narayana = new Narayana();
  private final TransactionManager manager = narayana.manager();

  @Inject Services services;
  @Inject TransactionSynchronizationRegistry registry;

  @AfterEach
  void end() throws Exception {
    narayana.close();
    other.shutdownNow();
    assertThat(other.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_value_is_there_for_the_rest_of_its_transaction() throws Exception {
    manager.begin();
    assertThat(storage.isBound()).isFalse();
    storage.set("a");
    assertThat(storage.isBound()).isTrue();
    assertThat(storage.getStore()).isEqualTo("a");
    storage.set("b");
    assertThat(storage.getStore()).isEqualTo("b");
  }

  @Test
  void without_a_transaction_there_is_no_value() {
    assertThat(storage.getStore()).isNull();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void writing_without_a_transaction_is_refused_with_an_id() {
    assertThatIllegalStateException()
        .isThrownBy(() -> storage.set("a"))
        .withMessageContainingAll("ASYNCLOCAL-150", "'order'", "no transaction");
    assertThatIllegalStateException()
        .isThrownBy(() -> storage.computeIfAbsent(() -> "a"))
        .withMessageContaining("ASYNCLOCAL-150");
    assertThatIllegalStateException()
        .isThrownBy(storage::remove)
        .withMessageContaining("ASYNCLOCAL-150");
  }

  @Test
  void null_is_a_value() throws Exception {
    manager.begin();
    storage.set(null);
    assertThat(storage.isBound()).isTrue();
    assertThat(storage.getStore()).isNull();
    assertThat(storage.computeIfAbsent(() -> "later")).isNull();
  }

  @Test
  void the_value_is_the_same_on_a_thread_that_the_transaction_is_carried_to() throws Exception {
    manager.begin();
    storage.set("a");
    assertThat(narayana.carriedTo(other, storage::getStore)).isEqualTo("a");
  }

  @Test
  void what_another_thread_of_the_transaction_sets_is_seen_here() throws Exception {
    manager.begin();
    narayana.carriedTo(
        other,
        () -> {
          storage.set("theirs");
          return true;
        });
    assertThat(storage.getStore()).isEqualTo("theirs");
  }

  @Test
  void a_thread_that_the_transaction_is_not_carried_to_sees_none() throws Exception {
    manager.begin();
    storage.set("a");
    assertThat(other.submit(storage::getStore).get(30, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void a_new_transaction_has_its_own_value_and_the_outer_one_comes_back() {
    services.required(
        () -> {
          storage.set("outer");
          services.requiresNew(
              () -> {
                seen.add(storage.getStore());
                storage.set("inner");
                seen.add(storage.getStore());
              });
          seen.add(storage.getStore());
        });
    assertThat(seen).containsExactly(null, "inner", "outer");
  }

  @Test
  void a_method_that_joins_the_transaction_shares_the_value() {
    services.required(
        () -> {
          storage.set("outer");
          services.required(() -> seen.add(storage.getStore()));
        });
    assertThat(seen).containsExactly("outer");
  }

  @Test
  void a_method_outside_of_the_transaction_sees_none_and_the_outer_one_comes_back() {
    services.required(
        () -> {
          storage.set("outer");
          services.notSupported(() -> seen.add(storage.getStore()));
          seen.add(storage.getStore());
        });
    assertThat(seen).containsExactly(null, "outer");
  }

  @Test
  void the_next_transaction_of_a_thread_starts_without_a_value() throws Exception {
    manager.begin();
    storage.set("a");
    manager.commit();
    manager.begin();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void before_completion_the_value_can_be_read_and_written() throws Exception {
    manager.begin();
    storage.set("a");
    registry.registerInterposedSynchronization(
        new BeforeCompletion(() -> seen.add(storage.getStore())));
    narayana
        .current()
        .registerSynchronization(
            new BeforeCompletion(
                () -> {
                  seen.add(storage.getStore());
                  storage.set("b");
                }));
    manager.commit();
    assertThat(seen).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void after_completion_every_synchronization_sees_the_value_with_the_status(boolean commit)
      throws Exception {
    AfterCompletion reader = new AfterCompletion(s -> seen.add(s + storage.getStore()));
    manager.begin();
    narayana.current().registerSynchronization(reader);
    registry.registerInterposedSynchronization(reader);
    storage.set("a");
    registry.registerInterposedSynchronization(reader);
    narayana.current().registerSynchronization(reader);
    end(commit);
    String expected = (commit ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK) + "a";
    assertThat(seen).containsExactly(expected, expected, expected, expected);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_completion_callback_is_given_the_last_value_and_the_status(boolean commit)
      throws Exception {
    manager.begin();
    storage.onCompletion((value, status) -> seen.add(status + value));
    storage.set("a");
    storage.onCompletion((value, status) -> seen.add(status + value));
    storage.set("b");
    assertThat(seen).isEmpty();
    end(commit);
    String expected = (commit ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK) + "b";
    assertThat(seen).containsExactly(expected, expected);
  }

  @Test
  void a_completion_callback_is_given_what_was_set_before_completion() throws Exception {
    manager.begin();
    storage.set("a");
    storage.onCompletion((value, status) -> seen.add(value));
    narayana.current().registerSynchronization(new BeforeCompletion(() -> storage.set("b")));
    manager.commit();
    assertThat(seen).containsExactly("b");
  }

  @Test
  void a_completion_callback_is_given_null_where_there_is_no_value() throws Exception {
    manager.begin();
    storage.onCompletion((value, status) -> seen.add(value));
    manager.commit();
    assertThat(seen).containsExactly((String) null);
  }

  @Test
  void another_thread_that_completes_calls_back_with_the_value_of_the_transaction()
      throws Exception {
    manager.begin();
    storage.set("a");
    storage.onCompletion((value, status) -> seen.add(value));
    Transaction transaction = requireNonNull(manager.suspend());
    manager.begin();
    storage.set("other");
    other.submit(() -> commit(transaction)).get(30, TimeUnit.SECONDS);
    assertThat(seen).containsExactly("a");
    manager.commit();
    assertThat(seen).containsExactly("a");
  }

  @Test
  void a_completion_callback_that_begins_a_transaction_sees_that_one() throws Exception {
    manager.begin();
    storage.set("a");
    storage.onCompletion(
        (value, status) -> {
          services.requiresNew(() -> seen.add(storage.getStore()));
          seen.add(value);
        });
    manager.commit();
    assertThat(seen).containsExactly(null, "a");
  }

  @Test
  void a_completion_callback_that_throws_leaves_the_others_and_the_thread_as_they_were()
      throws Exception {
    manager.begin();
    storage.set("a");
    storage.onCompletion((value, status) -> seen.add(value));
    storage.onCompletion(
        (value, status) -> {
          throw new IllegalArgumentException("x");
        });
    storage.onCompletion((value, status) -> seen.add(value));
    manager.commit();
    assertThat(seen).containsExactly("a", "a");
    assertThat(storage.isBound()).isFalse();
    manager.begin();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_completion_callback_is_refused_where_there_is_no_transaction_or_it_can_only_roll_back()
      throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(() -> storage.onCompletion((value, status) -> seen.add(value)))
        .withMessageContainingAll("ASYNCLOCAL-150", "'order'");
    manager.begin();
    manager.setRollbackOnly();
    assertThatIllegalStateException()
        .isThrownBy(() -> storage.onCompletion((value, status) -> seen.add(value)))
        .withMessageContainingAll("ASYNCLOCAL-156", "'order'", "marked for rollback");
    manager.rollback();
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void completion_takes_the_value_from_the_thread(boolean commit) throws Exception {
    manager.begin();
    storage.set("a");
    end(commit);
    assertThat(storage.getStore()).isNull();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_transaction_that_is_over_can_not_be_written_to() throws Exception {
    manager.begin();
    Transaction over = narayana.current();
    manager.commit();
    manager.resume(over);
    try {
      assertThatIllegalStateException()
          .isThrownBy(() -> storage.set("late"))
          .withMessageContainingAll("ASYNCLOCAL-150", "committed");
    } finally {
      manager.suspend();
    }
  }

  @Test
  void a_transaction_that_can_only_roll_back_still_has_values() throws Exception {
    manager.begin();
    manager.setRollbackOnly();
    storage.set("a");
    assertThat(storage.getStore()).isEqualTo("a");
  }

  @Test
  void a_value_is_computed_once_for_a_transaction() throws Exception {
    manager.begin();
    assertThat(storage.computeIfAbsent(() -> "first")).isEqualTo("first");
    assertThat(narayana.carriedTo(other, () -> storage.computeIfAbsent(() -> "second")))
        .isEqualTo("first");
  }

  @Test
  void of_two_values_computed_at_once_the_first_that_is_set_is_there_for_both() throws Exception {
    manager.begin();
    String value =
        storage.computeIfAbsent(
            () -> {
              storage.set("overtook");
              return "slow";
            });
    assertThat(value).isEqualTo("overtook");
    assertThat(storage.getStore()).isEqualTo("overtook");
  }

  @Test
  void a_removed_value_is_gone() throws Exception {
    manager.begin();
    storage.set("a");
    storage.remove();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void two_storages_of_one_name_are_two_storages() throws Exception {
    TransactionLocalStorage<String> twin = TransactionLocalStorage.named(storage.name());
    manager.begin();
    storage.set("a");
    assertThat(twin.isBound()).isFalse();
    twin.set("b");
    assertThat(storage.getStore()).isEqualTo("a");
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may pass
  void a_name_must_be_given() {
    assertThatNullPointerException()
        .isThrownBy(() -> TransactionLocalStorage.named(null))
        .withMessage("name");
    assertThatNullPointerException()
        .isThrownBy(() -> storage.computeIfAbsent(null))
        .withMessage("supplier");
    assertThatNullPointerException()
        .isThrownBy(() -> storage.onCompletion(null))
        .withMessage("callback");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_row_written_for_the_value_on_another_thread_shares_the_outcome(boolean commit)
      throws Exception {
    manager.begin();
    storage.set("order 1");
    narayana.insert("caller");
    narayana.carriedTo(
        other,
        () -> {
          narayana.insert(String.valueOf(storage.getStore()));
          return true;
        });
    end(commit);
    assertThat(narayana.rows()).isEqualTo(commit ? List.of("caller", "order 1") : List.of());
  }

  private @Nullable Void commit(Transaction transaction) throws Exception {
    manager.resume(transaction);
    manager.commit();
    return null;
  }

  private void end(boolean commit) throws Exception {
    if (commit) {
      manager.commit();
    } else {
      manager.rollback();
    }
  }
}
