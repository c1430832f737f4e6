package org.asynclocal.transaction;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.jta.cdi.TransactionExtension;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.WeldInitiator;

/** A real transaction manager, its interceptors for CDI, and a real database that takes part. */
final class Narayana {
  private final TransactionManager manager;
  private final JdbcDataSource database = new JdbcDataSource();

  Narayana() {
    keepLogInMemory();
    manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    execute("create table rows_written (name varchar(100))");
  }

  static Weld container(Class<?>... beans) {
    return WeldInitiator.createWeld().addExtension(new TransactionExtension()).beanClasses(beans);
  }

  private static void keepLogInMemory() {
    try {
      arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("test");
    } catch (CoreEnvironmentBeanException e) {
      throw new IllegalStateException(e);
    }
    String inMemory = VolatileStore.class.getName();
    arjPropertyManager.getObjectStoreEnvironmentBean().setObjectStoreType(inMemory);
    for (String store : new String[] {"communicationStore", "stateStore"}) {
      BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
          .setObjectStoreType(inMemory);
    }
  }

  TransactionManager manager() {
    return manager;
  }

  Transaction current() throws SystemException {
    return manager.getTransaction();
  }

  /** Calls the task on another thread that the current transaction is carried to. */
  <T> T carriedTo(ExecutorService other, Callable<T> task) throws Exception {
    Transaction transaction = current();
    return other
        .submit(
            () -> {
              manager.resume(transaction);
              try {
                return task.call();
              } finally {
                manager.suspend();
              }
            })
        .get(30, TimeUnit.SECONDS);
  }

  /** Inserts a row as part of the current transaction, which ends the connection. */
  void insert(String name) throws Exception {
    XAConnection connection = database.getXAConnection();
    current().enlistResource(connection.getXAResource());
    try (PreparedStatement insert =
        connection.getConnection().prepareStatement("insert into rows_written values (?)")) {
      insert.setString(1, name);
      insert.executeUpdate();
    }
    current().registerSynchronization(new AfterCompletion(status -> close(connection)));
  }

  /** The rows that are committed. */
  List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection session = database.getConnection();
        PreparedStatement select =
            session.prepareStatement("select name from rows_written order by name");
        ResultSet result = select.executeQuery()) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  /** Ends a transaction that a failed test left on the thread, and the database. */
  void close() throws SystemException {
    Transaction left = manager.suspend();
    if (left != null) {
      left.rollback();
    }
    execute("shutdown");
  }

  private void execute(String statement) {
    try (Connection session = database.getConnection();
        PreparedStatement prepared = session.prepareStatement(statement)) {
      prepared.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(XAConnection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
