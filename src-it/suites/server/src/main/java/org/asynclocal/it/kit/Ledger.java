package org.asynclocal.it.kit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/** Rows in the server's database, and the transaction that a thread is in. */
@Dependent
public class Ledger {
  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry registry;

  @Inject UserTransaction transaction;
  @Inject Unit unit;

  void create() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet tables = connection.getMetaData().getTables(null, null, "LEDGER", null)) {
      if (!tables.next()) {
        statement.execute("create table ledger (entry varchar(100))");
      }
    }
  }

  void write(String entry) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into ledger (entry) values (?)")) {
      insert.setString(1, entry);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes in a transaction of its own, and gives the server's key of that. */
  @Transactional(TxType.REQUIRES_NEW)
  String writeInNew(String entry) {
    write(entry);
    return key();
  }

  boolean has(String entry) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from ledger where entry = ?")) {
      select.setString(1, entry);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getInt(1) == 1;
      }
    }
  }

  /** Passes on the status with which the thread's transaction ends. */
  void onEnd(IntConsumer told) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            told.accept(status);
          }
        });
  }

  /** The server's key of the thread's transaction; "null" without one. */
  String key() {
    Object key = registry.getTransactionKey();
    // Not the key's own text: that may tell the state of the transaction as well.
    return key == null ? "null" : "key " + key.hashCode();
  }
}
