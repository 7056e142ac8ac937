package io.tamnas.chaos.kill;

import io.tamnas.chaos.job.SmallJob;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A job that was disturbed by kills.
 *
 * @param seed of what was killed when
 * @param length of the job's life
 * @param lost how many attempts were lost, of all
 * @param attempts how many there were
 * @param differences from the undisturbed run, by name; none is what is wanted
 */
public record JobReport(
    SmallJob job,
    long seed,
    Duration length,
    List<Death> deaths,
    int lost,
    int attempts,
    List<String> differences) {
  public JobReport {
    deaths = List.copyOf(deaths);
    differences = List.copyOf(differences);
  }

  /** Of a job that did not come to its end, or could not be watched to it. */
  public static JobReport failed(SmallJob job, long seed, String reason) {
    return new JobReport(job, seed, Duration.ZERO, List.of(), 0, 0, List.of(reason));
  }

  public boolean isIdentical() {
    return differences.isEmpty();
  }

  /** How many of the deaths were sudden. */
  public int kills() {
    return Math.toIntExact(
        deaths.stream().filter(death -> death.kill().manner() == Kill.Manner.KILLED).count());
  }

  /** From a kill to the next progress of the job. */
  Duration longestRecovery() {
    return deaths.stream()
        .map(Death::recovery)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
