package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.support.Waiting.get;

import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A caller that goes on in a transaction, with transactional methods, beside its own task. */
@ArquillianTest
@DisplayName("A caller beside its own task")
class OverlapIT extends TransactionTest {
  private static final int TIMES = 20;

  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-overlap");
  }

  @Test
  @DisplayName("is reported every time, with the method and the task")
  void reported() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      beside(() -> work.required(this::insert));
    }
    assertThat(rows.steps(unit)).hasSize(TIMES);
    assertThat(reports.of("ASYNCLOCAL-155"))
        .hasSize(TIMES)
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "'" + Thread.currentThread().getName() + "'",
                        Work.class.getName() + ".required",
                        LeftTask.class.getName()));
  }

  @Test
  @DisplayName("is reported for MANDATORY and SUPPORTS too")
  void joining() throws Exception {
    beside(() -> work.mandatory(this::insert));
    beside(() -> work.supports(this::insert));
    assertThat(reports.of("ASYNCLOCAL-155")).hasSize(2);
  }

  @Test
  @DisplayName("is not reported in a transaction of its own or outside of every transaction")
  void elsewhere() throws Exception {
    beside(() -> work.requiresNew(this::insert));
    beside(() -> work.notSupported(this::insert));
    assertThat(reports.of("ASYNCLOCAL-")).isEmpty();
  }

  @Test
  @DisplayName("is not reported when the task is done, nor for what the task itself calls")
  void oneAfterTheOther() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      work.required(
          () -> {
            get(work.executor().supplyAsync(this::insertInMethod));
            return work.required(this::insert);
          });
    }
    assertThat(rows.steps(unit)).hasSize(2 * TIMES);
    assertThat(reports.of("ASYNCLOCAL-")).isEmpty();
  }

  private void beside(Callable<Boolean> callerWork) throws Exception {
    work.required(
        () -> {
          LeftTask task = LeftTask.in(work.executor(), () -> {});
          try {
            return callerWork.call();
          } finally {
            task.letFinish();
            get(task.future());
          }
        });
  }

  private boolean insert() {
    rows.insert(unit, "row");
    return true;
  }

  private boolean insertInMethod() {
    try {
      return work.required(this::insert);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
