package io.tamnas.chaos.cluster;

import io.tamnas.quickstart.house.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database knows of attempts at tasks. */
public record Attempts(Database database) {

  /** How many were opened. */
  public int all() {
    return count("select count(*) from attempt");
  }

  /** How many ended because their worker was not heard of, or could not be reached. */
  public int lost() {
    return count("select count(*) from attempt where failure_class = 'LEASE_EXPIRED'");
  }

  private int count(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException("attempts cannot be counted", e);
    }
  }
}
