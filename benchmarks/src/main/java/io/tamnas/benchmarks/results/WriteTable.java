package io.tamnas.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints the tables of the rows that are done: {@code WriteTable <work directory> <steps>}. The
 * first row is the one that the others are compared with.
 */
public final class WriteTable {
  private static final List<String> SUBNETS = List.of("small", "middle", "large", "best");

  private WriteTable() {}

  /** A row that is done, and what it found. */
  private record Done(Row row, Ledger ledger) {

    Share clean(String subnet) {
      return new Share(counts(subnet)[1], counts(subnet)[0]);
    }

    Share robust(String subnet) {
      return new Share(counts(subnet)[2], counts(subnet)[0]);
    }

    /** Images, correct ones, robust ones. */
    private int[] counts(String subnet) {
      String[] counts = text("apgd " + text("subnet " + subnet)).split(" ", -1);
      return new int[] {
        Integer.parseInt(counts[0]), Integer.parseInt(counts[1]), Integer.parseInt(counts[2])
      };
    }

    String text(String name) {
      return ledger.get(name).orElseThrow();
    }

    String seconds(String name) {
      return String.format(Locale.ROOT, "%.0f s", Double.parseDouble(text(name)));
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    List<Done> rows =
        new Rows(Integer.parseInt(arguments[1]))
            .all().stream()
                .map(row -> new Done(row, new Ledger(work.resolve(row.name()))))
                .filter(done -> done.ledger().get("done").isPresent())
                .toList();
    Files.writeString(
        work.resolve("table.md"), accuracies(rows) + "\n" + differences(rows) + "\n" + clean(rows));
  }

  private static String accuracies(List<Done> rows) {
    return "| row | difference | small | middle | large | front's best | its parameters |"
        + " training | search + measuring |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        + rows.stream().map(WriteTable::accuracies).collect(Collectors.joining());
  }

  private static String accuracies(Done done) {
    return "| `%s` | %s | %s | %s | %s | %s + %s |\n"
        .formatted(
            done.row().name(),
            done.row().difference(),
            SUBNETS.stream().map(s -> done.robust(s).text()).collect(Collectors.joining(" | ")),
            done.text("parameters best"),
            done.seconds("trainingSeconds"),
            done.seconds("measuringSeconds pgd-10"),
            done.seconds("measuringSeconds apgd"));
  }

  private static String clean(List<Done> rows) {
    return "| clean accuracy | small | middle | large | front's best |\n"
        + "| --- | --- | --- | --- | --- |\n"
        + rows.stream().map(WriteTable::clean).collect(Collectors.joining());
  }

  private static String clean(Done done) {
    return "| `%s` | %s |\n"
        .formatted(
            done.row().name(),
            SUBNETS.stream().map(s -> done.clean(s).text()).collect(Collectors.joining(" | ")));
  }

  private static String differences(List<Done> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    Done base = rows.getFirst();
    return "| points more than `%s` | small | middle | large | front's best |\n"
            .formatted(base.row().name())
        + "| --- | --- | --- | --- | --- |\n"
        + rows.stream().skip(1).map(done -> differences(done, base)).collect(Collectors.joining());
  }

  private static String differences(Done done, Done base) {
    return "| `%s` | %s |\n"
        .formatted(
            done.row().name(),
            SUBNETS.stream()
                .map(subnet -> done.robust(subnet).differenceText(base.robust(subnet)))
                .collect(Collectors.joining(" | ")));
  }
}
