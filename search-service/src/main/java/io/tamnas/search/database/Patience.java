package io.tamnas.search.database;

import com.zaxxer.hikari.HikariConfig;

/**
 * Bounds all that a pool's connections wait for. Without bounds, a statement on a connection whose
 * other end has vanished without a word waits for ever, and so do all who wait for the locks of a
 * transaction whose client has vanished.
 *
 * @param settings that all other times follow from
 */
record Patience(DatabaseSettings settings) {

  /** Idle connections whose client has vanished are found by the database's kernel. */
  private static final String KEEP_ALIVE =
      "set tcp_keepalives_idle = 60; set tcp_keepalives_interval = 10; set tcp_keepalives_count ="
          + " 3";

  void teach(HikariConfig pool) {
    String seconds = Long.toString(settings.silence().toSeconds());
    pool.addDataSourceProperty("connectTimeout", seconds);
    pool.addDataSourceProperty("socketTimeout", seconds);
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.setConnectionTimeout(settings.borrowing().toMillis());
    pool.setValidationTimeout(settings.validating().toMillis());
    pool.setConnectionInitSql(
        "set idle_in_transaction_session_timeout = '%ss'; %s".formatted(seconds, KEEP_ALIVE));
  }
}
