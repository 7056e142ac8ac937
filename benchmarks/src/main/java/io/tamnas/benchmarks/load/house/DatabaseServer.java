package io.tamnas.benchmarks.load.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A PostgreSQL that loses nothing: what it has confirmed is on the disk. */
public final class DatabaseServer implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres postgres;
  private final long process;

  /**
   * Starts one.
   *
   * @param directory for its files, emptied before
   * @param profile whether statements are counted and timed, which costs a little
   */
  DatabaseServer(Path directory, Profile profile) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(true)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "100");
      if (profile == Profile.TAKEN) {
        builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
        builder.setServerConfig("pg_stat_statements.track_planning", "on");
      }
      postgres = builder.start();
      process = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (profile == Profile.TAKEN) {
      query("create extension pg_stat_statements");
    }
  }

  String url() {
    return postgres.getJdbcUrl(USER, USER);
  }

  static String user() {
    return USER;
  }

  /** Seconds that all its processes have computed. */
  double processorSeconds() {
    return ProcessTime.ofFamily(process);
  }

  /** Transactions that have been committed, to about a second. */
  public double commits() {
    return Double.parseDouble(
        query("select xact_commit from pg_stat_database where datname = current_database()")
            .getFirst()
            .getFirst());
  }

  /** The rows that a statement gives, as texts. */
  public List<List<String>> query(String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return List.of();
      }
      return rows(statement.getResultSet());
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<List<String>> rows(ResultSet answer) throws SQLException {
    int columns = answer.getMetaData().getColumnCount();
    List<List<String>> rows = new ArrayList<>();
    while (answer.next()) {
      String[] row = new String[columns];
      for (int i : IntStream.range(0, columns).toArray()) {
        row[i] = String.valueOf(answer.getString(i + 1));
      }
      rows.add(List.of(row));
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
