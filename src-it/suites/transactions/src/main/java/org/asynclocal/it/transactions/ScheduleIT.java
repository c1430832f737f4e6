package org.asynclocal.it.transactions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.asynclocal.it.support.Waiting;
import org.asynclocal.it.transactions.SessionBeans.Seen;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A method with {@code @Schedule}. */
@ArquillianTest
@DisplayName("A method with @Schedule")
class ScheduleIT extends TransactionTest {
  private static final int TIMES = 3;

  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-schedule");
  }

  @BeforeEach
  void start() {
    Clock.TICKS.clear();
    Clock.unit = unit;
  }

  @AfterEach
  void end() {
    Clock.unit = null;
  }

  @Test
  @DisplayName("begins with nothing each time; its task has all, and its rows are committed")
  void ticks() throws Exception {
    for (int i = 0; i < TIMES; i++) {
      Seen method = next();
      Seen task = next();
      assertThat(method.flow()).isNull();
      assertThat(method.unit()).isNull();
      assertThat(method.key()).isNotEqualTo("null");
      assertThat(task)
          .usingRecursiveComparison()
          .ignoringFields("thread", "flow", "unit")
          .isEqualTo(method);
      assertThat(task.thread()).isNotEqualTo(method.thread());
      assertThat(task.flow()).isEqualTo("tick");
      assertThat(task.unit()).isEqualTo(unit);
    }
    Waiting.until(() -> rows.steps(unit).size() >= TIMES);
  }

  private static Seen next() throws InterruptedException {
    return requireNonNull(Clock.TICKS.poll(60, TimeUnit.SECONDS), "tick");
  }
}
