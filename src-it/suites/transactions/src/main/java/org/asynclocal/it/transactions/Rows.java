package org.asynclocal.it.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Rows in the server's database, written in the thread's transaction. */
@ApplicationScoped
public class Rows {
  @Inject Instance<DataSource> beans;

  public void createTable() {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists tx_rows (unit varchar(100), step varchar(100))");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void insert(String unit, String step) {
    try (Connection connection = database().getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into tx_rows (unit, step) values (?, ?)")) {
      insert.setString(1, unit);
      insert.setString(2, step);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The steps of a unit of work that this thread can see. */
  public List<String> steps(String unit) {
    return strings("select step from tx_rows where unit = ? order by step", unit);
  }

  /** All units whose name begins so, once for each step, with the step. */
  public List<String> unitsAndSteps(String prefix) {
    return strings("select unit || ' ' || step from tx_rows where unit like ?", prefix + "%");
  }

  private List<String> strings(String query, String parameter) {
    List<String> strings = new ArrayList<>();
    try (Connection connection = database().getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, parameter);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          strings.add(result.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return strings;
  }

  /** A bean on Quarkus; the default one of Jakarta EE elsewhere. */
  @SuppressWarnings("BanJNDI") // the specification's constant name
  private DataSource database() {
    if (beans.isResolvable()) {
      return beans.get();
    }
    try {
      return InitialContext.doLookup("java:comp/DefaultDataSource");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
