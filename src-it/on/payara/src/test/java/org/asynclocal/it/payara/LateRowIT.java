package org.asynclocal.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.transactions.LeftTask;
import org.asynclocal.it.transactions.TransactionTest;
import org.asynclocal.it.transactions.TransactionWars;
import org.asynclocal.it.transactions.Work;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("On Payara, a row that a task writes after its transaction was rolled back")
class LateRowIT extends TransactionTest {
  /** More than the pool has. */
  private static final int CONNECTIONS = 64;

  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-late-row");
  }

  @Test
  @DisplayName("is lost without an error, and not committed with another transaction")
  void lost() throws Exception {
    List<LeftTask> left = new ArrayList<>();
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      rows.insert(unit, "caller");
                      left.add(LeftTask.in(work.executor(), () -> rows.insert(unit, "task")));
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    left.get(0).letFinish();
    left.get(0).future().get(60, TimeUnit.SECONDS);
    for (int i = 0; i < CONNECTIONS; i++) {
      work.required(this::insertForAnother);
    }
    assertThat(rows.steps(unit)).isEmpty();
  }

  private boolean insertForAnother() {
    rows.insert(unit + " another", "row");
    return true;
  }
}
