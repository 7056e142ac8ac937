package io.tamnas.chaos.kill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Jobs that were disturbed by kills, in Markdown. */
public record KillTable(List<JobReport> reports) {

  private static final String HEAD =
      """
      | job | seed | kills: which process, in what phase, away for, until the next progress | attempts lost | longest recovery | identical |
      | --- | --- | --- | --- | --- | --- |
      """;

  public KillTable {
    reports = List.copyOf(reports);
  }

  /** A row per job, and a line that sums them up. */
  public String text() {
    return IntStream.range(0, reports.size())
        .mapToObj(i -> row(i + 1, reports.get(i)))
        .collect(Collectors.joining("", HEAD, "\n" + summary() + "\n"));
  }

  private static String row(int number, JobReport report) {
    return "| %d: %s | %d | %s | %d of %d | %s | %s |\n"
        .formatted(
            number,
            report.job().text(),
            report.plan(),
            report.deaths().stream().map(KillTable::text).collect(Collectors.joining("<br>")),
            report.lost(),
            report.attempts(),
            seconds(report.longestRecovery()),
            report.isIdentical() ? "yes" : "**no**: " + String.join(", ", report.differences()));
  }

  private String summary() {
    return "%d jobs, %d kills, %d attempts lost, %d jobs identical to their undisturbed run."
        .formatted(
            reports.size(),
            reports.stream().mapToInt(JobReport::kills).sum(),
            reports.stream().mapToInt(JobReport::lost).sum(),
            reports.stream().filter(JobReport::isIdentical).count());
  }

  private static String text(Death death) {
    Kill kill = death.kill();
    String away =
        switch (kill.manner()) {
          case KILLED -> ", away " + seconds(kill.outage());
          case ROLLING -> "";
        };
    String within =
        switch (death.within()) {
          case ANYTHING -> "";
          case UPLOAD -> ", in an upload";
        };
    return "%s: %s at %.0f %%%s%s, %s"
        .formatted(
            kill.text(),
            Phases.text(death.at().state()),
            100 * death.at().share(),
            within,
            away,
            seconds(death.recovery()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
