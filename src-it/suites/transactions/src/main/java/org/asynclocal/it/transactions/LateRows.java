package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.asynclocal.it.support.Waiting;

/** The server's own answer to a row that a task writes when its transaction is over. */
enum LateRows {
  /** The task fails. */
  REFUSED,

  /** The task does not fail, and yet there is no row. */
  LOST;

  /** Payara hands out a connection whose rows are lost; other servers refuse it. */
  static LateRows ofServer() {
    return isPayara() ? LOST : REFUSED;
  }

  /** Returns whether this JVM is a server of the GlassFish family, by the property it sets. */
  static boolean isPayara() {
    return System.getProperty("com.sun.aas.instanceRoot") != null;
  }

  /**
   * Asserts this answer.
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
