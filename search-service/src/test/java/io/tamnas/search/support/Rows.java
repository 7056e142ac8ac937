package io.tamnas.search.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows of a test's database, as the service sees them. */
public final class Rows {

  private Rows() {}

  public static JdbcClient of(Database database) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.user(), database.password()));
  }
}
