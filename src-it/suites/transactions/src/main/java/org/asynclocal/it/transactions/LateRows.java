package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;

/**
 * What becomes of a row that a task writes when its transaction is over: the server's own answer.
 */
public enum LateRows {
  /** The task fails. */
  REFUSED,

  /** The task does not fail, and yet there is no row. */
  LOST;

  /**
   * Asserts that.
   *
   * @param committed the other rows
   */
  void check(CompletableFuture<Void> task, Rows rows, String unit, String... committed)
      throws Exception {
    if (this == REFUSED) {
      assertThatThrownBy(() -> Waiting.get(task)).isNotNull();
    } else {
      Waiting.get(task);
    }
    assertThat(rows.steps(unit)).containsExactly(committed);
  }
}
