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

  /**
   * It is written by a connection that is in the pool again, so that it comes or goes with whatever
   * other transaction has that next.
   */
  WITH_ANOTHER;

  /**
   * Asserts that.
   *
   * @param committed the other rows
   */
  void check(CompletableFuture<Void> task, Rows rows, String unit, String... committed)
      throws Exception {
    if (this == REFUSED) {
      assertThatThrownBy(() -> Waiting.get(task)).isNotNull();
      assertThat(rows.steps(unit)).containsExactly(committed);
    } else {
      Waiting.get(task);
      assertThat(rows.steps(unit).stream().filter(step -> !step.equals("task")))
          .containsExactly(committed);
    }
  }
}
