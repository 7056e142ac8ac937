package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Member;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Jobs that were disturbed by kills, in Markdown. */
public record KillTable(List<JobReport> reports) {

  private static final String HEAD =
      """
      | seed | job | it took | kills: when, who, where the job was, away for, until the next progress | attempts lost | longest recovery | identical |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  public KillTable {
    reports = List.copyOf(reports);
  }

  /** A row per job, and a line that sums them up. */
  public String text() {
    return reports.stream()
        .map(KillTable::row)
        .collect(Collectors.joining("", HEAD, "\n" + summary() + "\n"));
  }

  private static String row(JobReport report) {
    return "| %d | %s | %s | %s | %d of %d | %s | %s |\n"
        .formatted(
            report.seed(),
            report.job().title(),
            seconds(report.length()),
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
    return "%s: %s; %s%s%s; %s"
        .formatted(
            seconds(death.age()),
            who(death),
            death.at().text(),
            within(death),
            away(death.kill()),
            seconds(death.recovery()));
  }

  private static String who(Death death) {
    String victims =
        new TreeSet<>(death.kill().victims())
            .stream().map(victim -> who(death, victim)).collect(Collectors.joining(" + "));
    return switch (death.kill().manner()) {
      case KILLED -> victims;
      case ROLLING -> "rolling restart of " + victims;
    };
  }

  private static String who(Death death, Member victim) {
    return victim.text() + (death.starting().contains(victim) ? " (starting)" : "");
  }

  private static String within(Death death) {
    return switch (death.within()) {
      case ANYTHING -> "";
      case UPLOAD -> ", in an upload";
    };
  }

  private static String away(Kill kill) {
    return switch (kill.manner()) {
      case KILLED -> "; " + seconds(kill.outage());
      case ROLLING -> "";
    };
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
