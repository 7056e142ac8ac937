package io.tamnas.chaos.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Faults and how soon jobs got on, in Markdown. */
public record FaultTable(List<Row> rows) {

  private static final String HEAD =
      """
      | pair | fault | lasts | job was | next progress after its end | identical |
      | --- | --- | --- | --- | --- | --- |
      """;

  public FaultTable {
    rows = List.copyOf(rows);
  }

  /**
   * A fault in a job.
   *
   * @param identical whether the job has found what the undisturbed one has
   */
  public record Row(Recovery recovery, boolean identical) {

    private String text() {
      Trial trial = recovery.trial();
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.1f s | %s | %.1f s%s | %s |\n",
          trial.link().text(),
          trial.fault().text(),
          trial.duration().toMillis() / 1000.0,
          recovery.at().text(),
          recovery.recovery().toMillis() / 1000.0,
          recovery.isInTime() ? "" : " **late**",
          identical ? "yes" : "**no**");
    }
  }

  public String text() {
    return rows.stream().map(Row::text).collect(Collectors.joining("", HEAD, ""));
  }
}
