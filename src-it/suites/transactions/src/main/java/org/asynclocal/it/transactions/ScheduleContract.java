package org.asynclocal.it.transactions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.transactions.SessionBeans.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A method with {@code @Schedule}. */
@SuppressWarnings("NullAway.Init") // injected
public abstract class ScheduleContract {
  private static final int TIMES = 3;

  private final String unit = UUID.randomUUID().toString();

  @Inject Rows rows;

  @BeforeEach
  void start() {
    rows.createTable();
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
