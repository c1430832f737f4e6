package org.asynclocal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class NoTransactionServiceTest {
  private final TransactionLocalStorage<String> storage = TransactionLocalStorage.named("order");

  @Test
  void without_a_transaction_service_there_is_no_value() {
    assertThat(storage.getStore()).isNull();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void writing_without_a_transaction_service_is_refused_with_an_id() {
    assertThatIllegalStateException()
        .isThrownBy(() -> storage.set("a"))
        .withMessageContainingAll("ASYNCLOCAL-151", "'order'");
  }
}
