package io.tamnas.search.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A fresh, empty database of one PostgreSQL 18 that all tests of the JVM share: a container where
 * Docker answers, an embedded server where not.
 */
public record Database(String url, String user, String password) {

  private static final String IMAGE = "postgres:18";
  private static final int PATIENCE_SECONDS = 120;
  private static final int TRIES = 10;

  /** Of an error, in PostgreSQL's appendix A: deadlock_detected. */
  private static final String DEADLOCK = "40P01";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final class Server {
    static final Database ADMINISTRATION = start();

    private static Database start() {
      return hasImage() ? container() : embedded();
    }

    /** Whether Docker answers and has the image, or gets it. */
    private static boolean hasImage() {
      return succeeds("docker", "image", "inspect", IMAGE)
          || succeeds("docker", "pull", "--quiet", IMAGE);
    }

    private static boolean succeeds(String... command) {
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroy();
        return ended && process.exitValue() == 0;
      } catch (IOException e) {
        return false; // no docker here
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static Database container() {
      PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
      container.start();
      Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
      return new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    @SuppressWarnings("resource") // lives as long as the JVM, and stops with it
    private static Database embedded() {
      if (System.getProperty("user.name").equals("root") && !succeeds("unshare", "-U", "true")) {
        throw new IllegalStateException(
            "PostgreSQL does not run as root, and user namespaces are forbidden here: run the"
                + " tests as another user, or where Docker answers");
      }
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(PATIENCE_SECONDS))
                .start();
        return new Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new one. */
  public static Database create() {
    String name = "search" + NUMBER.incrementAndGet();
    Server.ADMINISTRATION.execute("create database " + name);
    String url = Server.ADMINISTRATION.url();
    int path = url.indexOf('/', "jdbc:postgresql://".length());
    int query = url.indexOf('?');
    String rest = query < 0 ? "" : url.substring(query);
    return new Database(
        url.substring(0, path + 1) + name + rest,
        Server.ADMINISTRATION.user(),
        Server.ADMINISTRATION.password());
  }

  /** A connection of the caller's own. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /**
   * Empties tables that a running service may be working on: the server may end the statement
   * because each waits for the other's locks, and it is made again then.
   */
  public void truncate(String... tables) {
    String sql = "truncate " + String.join(", ", tables);
    for (int tries = 1; ; tries++) {
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
        return;
      } catch (SQLException e) {
        if (!DEADLOCK.equals(e.getSQLState()) || tries == TRIES) {
          throw new IllegalStateException(sql, e);
        }
      }
    }
  }

  /** Ends all connections and lets nobody in, as a server that is away. */
  public void close() {
    Server.ADMINISTRATION.execute("alter database " + name() + " allow_connections false");
    Server.ADMINISTRATION.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");
  }

  /** Lets everybody in again. */
  public void open() {
    Server.ADMINISTRATION.execute("alter database " + name() + " allow_connections true");
  }

  private String name() {
    int query = url.indexOf('?');
    return url.substring(url.lastIndexOf('/') + 1, query < 0 ? url.length() : query);
  }

  /** Runs a statement. */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What a query with one answer, yes or no, answers. */
  public boolean holds(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() && answer.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
