package org.asynclocal.it.transactions;

import jakarta.inject.Inject;
import java.util.UUID;
import org.asynclocal.it.support.Reports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with rows of its own in the table that all tests share, and with the log's messages. */
@SuppressWarnings("NullAway.Init") // injected
public abstract class TransactionTest {
  /** The name of the test's rows. */
  protected final String unit = UUID.randomUUID().toString();

  protected Reports reports;

  @Inject protected Work work;
  @Inject protected Rows rows;

  @BeforeEach
  void begin() {
    rows.createTable();
    reports = new Reports();
  }

  @AfterEach
  void closeReports() {
    reports.close();
  }
}
