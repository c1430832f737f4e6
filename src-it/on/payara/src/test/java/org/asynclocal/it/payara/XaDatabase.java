package org.asynclocal.it.payara;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/**
 * A database whose connections take part in transactions by XA, as the server's default does not.
 */
@ApplicationScoped
@DataSourceDefinition(
    name = "java:app/asynclocal/Xa",
    className = "org.h2.jdbcx.JdbcDataSource",
    url = "jdbc:h2:mem:xa;DB_CLOSE_DELAY=-1",
    user = "sa",
    password = "")
@SuppressWarnings("NullAway.Init") // injected
class XaDatabase {
  @Produces
  @Resource(lookup = "java:app/asynclocal/Xa")
  DataSource database;
}
