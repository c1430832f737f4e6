package org.asynclocal.it.quarkus.examples;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of orders. */
@ApplicationScoped
public class OrderRepository {
  private final DataSource dataSource;

  OrderRepository(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A row. */
  public record Row(
      String orderId, String item, @Nullable String requestId, @Nullable String principal) {}

  void create(@Observes StartupEvent event) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement create =
            connection.prepareStatement(
                "create table if not exists orders"
                    + " (order_id varchar(36), item varchar(255), request_id varchar(64))")) {
      create.execute();
    }
  }

  void add(String orderId, String item) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into orders (order_id, item, request_id) values (?, ?, ?)")) {
      insert.setString(1, orderId);
      insert.setString(2, item);
      insert.setString(3, RequestContext.currentId());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The row can't be written", e);
    }
  }

  List<Row> all() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select order_id, item, request_id from orders");
        ResultSet found = select.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(new Row(found.getString(1), found.getString(2), found.getString(3), null));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("The rows can't be read", e);
    }
  }
}
