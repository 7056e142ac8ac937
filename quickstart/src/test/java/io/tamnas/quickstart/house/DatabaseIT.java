package io.tamnas.quickstart.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {

  @TempDir Path base;

  @Test
  void answersToItsPasswordAloneAndLeavesNothingBehind() throws SQLException {
    Path directory = base.resolve("with a space").resolve("database");
    Database database = Database.start(directory, base.resolve("database.log"), "s3cret");
    try {
      assertThat(setting(database, "s3cret", "fsync")).isEqualTo("on");
      assertThat(setting(database, "s3cret", "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "s3cret", "server_version")).startsWith("18.");
      assertThatThrownBy(() -> setting(database, "guess", "fsync"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    } finally {
      database.stop(Duration.ofSeconds(10));
    }
    assertThat(database.handle().isAlive()).isFalse();
    assertThat(directory).doesNotExist();
  }

  private static String setting(Database database, String password, String name)
      throws SQLException {
    Map<String, String> settings = database.settings();
    try (Connection connection =
            DriverManager.getConnection(
                settings.get("SPRING_DATASOURCE_URL"),
                settings.get("SPRING_DATASOURCE_USERNAME"),
                password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
