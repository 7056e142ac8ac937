package io.tamnas.quickstart.front;

import io.tamnas.quickstart.front.Front.Accuracy;
import io.tamnas.quickstart.front.Front.Individual;
import io.tamnas.quickstart.front.Front.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A front in columns, smallest subnet first, under one line that says how it was measured. */
public final class FrontTable {

  private static final String FORMAT = "  %-4s  %10s  %13s%s  %22s  %22s  ";
  private static final String LATENCY = "  %24s";

  private final Front front;
  private final int width;
  private final String header;

  /**
   * A table no wider than that.
   *
   * @param width of a line; a genotype that does not fit goes on below itself
   */
  public FrontTable(Front front, int width) {
    this.front = front;
    this.width = width;
    this.header =
        FORMAT.formatted(
            "",
            "parameters",
            "multiply-adds",
            front.hasLatencies() ? LATENCY.formatted("latency, ms") : "",
            "clean accuracy",
            "adversarial accuracy");
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Protocol: " + front.protocol().text());
    lines.add("Accuracies are counts over images with their 95 % intervals.");
    lines.addAll(latencies());
    lines.add("");
    lines.add(header + "genotype");
    front.bySize().forEach(individual -> lines.addAll(rows(individual)));
    lines.addAll(warnings());
    return lines;
  }

  private List<String> latencies() {
    Front.LatencyProtocol latency = front.protocol().latency();
    return latency == null
        ? List.of()
        : List.of(
            "Latencies are medians with the quartiles of their runs: " + latency.text() + ".",
            "Measured on: " + latency.machine());
  }

  /** Each warning once, with how many subnets it is about; their rows bear its number. */
  private List<String> warnings() {
    List<Warning> found = found();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      String mark = "  !%-3d".formatted(i + 1);
      List<String> pieces = wrapped(text(found.get(i)), width - mark.length());
      lines.add("");
      lines.add(mark + pieces.getFirst());
      pieces.stream().skip(1).map(piece -> " ".repeat(mark.length()) + piece).forEach(lines::add);
    }
    return lines;
  }

  private String text(Warning warning) {
    long concerned =
        front.individuals().stream()
            .filter(individual -> individual.warnings().contains(warning))
            .count();
    return "Warning for %d of %d subnets: %s: %s"
        .formatted(concerned, front.individuals().size(), warning.sign(), warning.text());
  }

  /** In the order in which the table shows them first. */
  private List<Warning> found() {
    return front.bySize().stream()
        .flatMap(individual -> individual.warnings().stream())
        .distinct()
        .toList();
  }

  /** Such as {@code !1!2}, or nothing. */
  private String marks(Individual individual) {
    List<Warning> found = found();
    return individual.warnings().stream()
        .map(warning -> "!" + (found.indexOf(warning) + 1))
        .collect(Collectors.joining());
  }

  private List<String> rows(Individual individual) {
    List<String> pieces =
        wrapped(
            marked(individual.genotype().text(), marks(individual)),
            Math.max(24, width - header.length()));
    String left =
        FORMAT.formatted(
            individual.knee() ? "knee" : "",
            count(individual.parameters()),
            count(individual.multiplyAdds()),
            latency(individual.latency()),
            share(individual.clean()),
            share(individual.adversarial()));
    List<String> rows = new ArrayList<>();
    rows.add(left + pieces.getFirst());
    pieces.stream().skip(1).map(piece -> " ".repeat(header.length()) + piece).forEach(rows::add);
    return rows;
  }

  private static String marked(String genotype, String marks) {
    return marks.isEmpty() ? genotype : genotype + " " + marks;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String latency(Front.@Nullable Latency latency) {
    return latency == null
        ? ""
        : LATENCY.formatted(
            String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]",
                latency.medianMillis(),
                latency.lowerQuartileMillis(),
                latency.upperQuartileMillis()));
  }

  private static String share(Accuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%5.1f %% [%5.1f, %5.1f]",
        100 * accuracy.accuracy(),
        100 * accuracy.low(),
        100 * accuracy.high());
  }

  /** Broken after spaces only; a word that is longer than a line stays whole. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
