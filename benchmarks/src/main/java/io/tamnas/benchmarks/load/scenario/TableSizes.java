package io.tamnas.benchmarks.load.scenario;

import io.tamnas.benchmarks.load.house.DatabaseServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much room tables take, with their indexes and what is free in them.
 *
 * @param bytes by the tables' names
 */
record TableSizes(Map<String, Long> bytes) {

  TableSizes {
    bytes = Map.copyOf(bytes);
  }

  static TableSizes of(DatabaseServer database) {
    Map<String, Long> bytes = new TreeMap<>();
    database
        .query("select relname, pg_total_relation_size(relid) from pg_stat_user_tables")
        .forEach(row -> bytes.put(row.getFirst(), Long.valueOf(row.getLast())));
    return new TableSizes(bytes);
  }

  /** One table's, in MiB. */
  double mebibytes(String table) {
    return bytes.getOrDefault(table, 0L).doubleValue() / (1 << 20);
  }

  /** By how much each table has grown per evaluation, where that is a byte at least. */
  String growth(TableSizes before, int evaluations) {
    return new TreeMap<>(bytes)
        .entrySet().stream()
            .map(
                table ->
                    Map.entry(
                        table.getKey(),
                        (table.getValue() - before.bytes.getOrDefault(table.getKey(), 0L))
                            / evaluations))
            .filter(table -> table.getValue() > 0)
            .map(table -> table.getKey() + " " + table.getValue())
            .collect(Collectors.joining(", "));
  }

  /** One table's at several moments. */
  static String course(List<TableSizes> moments, String table) {
    return moments.stream()
        .map(one -> "%.1f".formatted(one.mebibytes(table)))
        .collect(Collectors.joining(", "));
  }
}
