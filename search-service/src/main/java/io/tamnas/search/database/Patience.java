package io.tamnas.search.database;

import com.zaxxer.hikari.HikariConfig;

/**
 * Bounds all that a pool's connections wait for. Without bounds, a statement on a connection whose
 * other end has vanished without a word waits for ever, and so do all who wait for the locks of a
 * transaction whose client has vanished. A statement that its client has given up is ended by the
 * database too, or it would go on with its locks.
 *
 * @param settings that all other times follow from
 */
record Patience(DatabaseSettings settings) {

  /** Idle connections whose client has vanished are found by the database's kernel. */
  private static final String KEEP_ALIVE =
      "set tcp_keepalives_idle = 60; set tcp_keepalives_interval = 10; set tcp_keepalives_count ="
          + " 3";

  /** The statements are short: compiling one takes many times what it saves. */
  private static final String PLAIN_PLANS = "set jit = off";

  void teach(HikariConfig pool) {
    String seconds = Long.toString(settings.silence().toSeconds());
    pool.addDataSourceProperty("connectTimeout", seconds);
    pool.addDataSourceProperty("socketTimeout", seconds);
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.setConnectionTimeout(settings.borrowing().toMillis());
    pool.setValidationTimeout(settings.validating().toMillis());
    pool.setConnectionInitSql(
        "set statement_timeout = '%1$ss'; set idle_in_transaction_session_timeout = '%1$ss'; %2$s; %3$s"
            .formatted(seconds, KEEP_ALIVE, PLAIN_PLANS));
  }
}
