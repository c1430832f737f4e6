package org.asynclocal.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.transactions.Rows;
import org.asynclocal.it.transactions.Work;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("On Payara, a transaction with a data source with XA")
@SuppressWarnings("NullAway.Init") // injected
class XaIT {
  private final String unit = UUID.randomUUID().toString();

  @Inject Work work;
  @Inject Rows rows;

  @Deployment
  static WebArchive war() {
    return TransactionWars.xa("transaction-xa");
  }

  @BeforeEach
  void table() {
    rows.createTable();
  }

  @Test
  @DisplayName("has a task's rows where the method was the first to use the data source")
  void methodFirst() throws Exception {
    work.required(
        () -> {
          rows.insert(unit, "method");
          return insertInTask();
        });
    assertThat(rows.steps(unit)).containsExactly("method", "task");
  }

  @Test
  @DisplayName("rolls a task's rows back where the method was the first to use the data source")
  void rolledBack() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      rows.insert(unit, "method");
                      insertInTask();
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("can't be ended by the method where a task was the first to use the data source")
  void taskFirst() {
    assertThatThrownBy(() -> work.required(this::insertInTask))
        .isInstanceOf(TransactionalException.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  private boolean insertInTask() throws Exception {
    work.executor().runAsync(() -> rows.insert(unit, "task")).get(60, TimeUnit.SECONDS);
    return true;
  }
}
