package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What becomes of a row that a task writes when its transaction is over: the server's own answer.
 */
public enum LateRows {
  /** The task fails. */
  REFUSED,

  /** It is written, outside of the transaction. */
  STAY;

  /**
   * Asserts that.
   *
   * @param committed the other rows
   */
  void check(CompletableFuture<Void> task, Rows rows, String unit, String... committed)
      throws Exception {
    List<String> expected = new ArrayList<>(List.of(committed));
    if (this == REFUSED) {
      assertThatThrownBy(() -> Waiting.get(task)).isNotNull();
    } else {
      Waiting.get(task);
      expected.add("task");
    }
    assertThat(rows.steps(unit)).containsExactlyElementsOf(expected);
  }
}
