package io.tamnas.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the table of the rows that are done: {@code WriteTable <work directory> <steps>}. */
public final class WriteTable {
  private static final List<String> SUBNETS = List.of("small", "middle", "large", "best");

  private WriteTable() {}

  public static void main(String[] arguments) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| row | difference | small | middle | large | front's best | its clean | its PGD-10 |");
    table.append(" its parameters | training | measuring |\n");
    table.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    Path work = Path.of(arguments[0]);
    for (Row row : new Rows(Integer.parseInt(arguments[1])).all()) {
      Ledger ledger = new Ledger(work.resolve(row.name()));
      if (ledger.get("done").isPresent()) {
        table.append(line(row, ledger));
      }
    }
    Files.writeString(work.resolve("table.md"), table);
  }

  private static String line(Row row, Ledger ledger) {
    StringBuilder line = new StringBuilder("| `" + row.name() + "` | " + row.difference() + " |");
    for (String subnet : SUBNETS) {
      line.append(' ').append(share(counts(ledger, "apgd", subnet), 2)).append(" |");
    }
    line.append(' ').append(share(counts(ledger, "apgd", "best"), 1)).append(" |");
    line.append(' ').append(share(counts(ledger, "pgd-10", "best"), 2)).append(" |");
    line.append(' ').append(ledger.get("parameters best").orElseThrow()).append(" |");
    line.append(' ').append(seconds(ledger, "trainingSeconds")).append(" |");
    line.append(' ').append(seconds(ledger, "measuringSeconds pgd-10")).append(" + ");
    return line.append(seconds(ledger, "measuringSeconds apgd")).append(" |\n").toString();
  }

  private static String[] counts(Ledger ledger, String protocol, String subnet) {
    String genes = ledger.get("subnet " + subnet).orElseThrow();
    return ledger.get(protocol + " " + genes).orElseThrow().split(" ", -1);
  }

  private static String seconds(Ledger ledger, String name) {
    return String.format(Locale.ROOT, "%.0f s", Double.parseDouble(ledger.get(name).orElse("0")));
  }

  /** A share with its 95 % interval (Wilson 1927, doi 10.1080/01621459.1927.10502953). */
  private static String share(String[] counts, int entry) {
    double n = Double.parseDouble(counts[0]);
    double p = Double.parseDouble(counts[entry]) / n;
    double z = 1.959964;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return String.format(
        Locale.ROOT, "%.1f %% [%.1f, %.1f]", 100 * p, 100 * (centre - half), 100 * (centre + half));
  }
}
