package io.tamnas.search.latency;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How long a subnet was measured to take for an image: the quartiles of many runs.
 *
 * @param medianNanos what objectives and constraints mean
 */
public record Latency(long id, long lowerQuartileNanos, long medianNanos, long upperQuartileNanos) {

  /** The one in a row with the columns of the table of latencies, its id as {@code latency}. */
  public static Latency of(ResultSet row) throws SQLException {
    return new Latency(
        row.getLong("latency"),
        row.getLong("lower_quartile_nanos"),
        row.getLong("median_nanos"),
        row.getLong("upper_quartile_nanos"));
  }

  /** The median. */
  public double medianMillis() {
    return medianNanos / 1e6;
  }
}
