package io.tamnas.chaos;

import io.tamnas.chaos.cluster.Attempts;
import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.chaos.cluster.Programs;
import io.tamnas.chaos.cluster.Size;
import io.tamnas.chaos.fault.Recovery;
import io.tamnas.chaos.fault.Saboteur;
import io.tamnas.chaos.fault.Trial;
import io.tamnas.chaos.job.Found;
import io.tamnas.chaos.job.Lifetime;
import io.tamnas.chaos.job.Run;
import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.kill.Blow;
import io.tamnas.chaos.kill.Death;
import io.tamnas.chaos.kill.JobReport;
import io.tamnas.chaos.kill.KillPlan;
import io.tamnas.chaos.kill.Killer;
import io.tamnas.quickstart.house.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs jobs on clusters of their own; undisturbed ones once. */
final class Jobs {

  /** Of the first job; what is killed when is drawn from it. */
  static final long SEED = Long.getLong("chaos.seed", 1);

  private static final Path DIRECTORY = Path.of("target", "chaos");
  private static final Map<SmallJob, Found> UNDISTURBED = new HashMap<>();

  private static final class Built {
    static final Programs PROGRAMS =
        Programs.unpack(Build.ofProperties(), DIRECTORY.resolve("programs"));
  }

  private Jobs() {}

  /** What the job finds on the smallest cluster, where nothing happens. */
  static synchronized Found undisturbed(SmallJob job) throws InterruptedException {
    Found known = UNDISTURBED.get(job);
    if (known != null) {
      return known;
    }
    try (Cluster cluster = start("undisturbed-" + job.text(), Size.SMALLEST);
        Run run = Run.begin(cluster, job)) {
      Found found = run.awaitEnd();
      UNDISTURBED.put(job, found);
      return found;
    }
  }

  /** What becomes of the job where processes are killed by the plan drawn from the seed. */
  static JobReport killed(String name, SmallJob job, long seed, KillPlan plan)
      throws InterruptedException {
    Found wanted = undisturbed(job);
    System.out.printf("%s: %s, -Dchaos.seed=%d%n", name, job.title(), seed);
    try (Cluster cluster = start(name, Size.FULL);
        Run run = Run.begin(cluster, job)) {
      List<Blow> blows = new Killer(cluster, run.chronicle()).carryOut(plan);
      List<String> differences = differences(cluster, wanted, run.awaitEnd());
      Lifetime life = run.lifetime();
      List<Death> deaths =
          blows.stream()
              .filter(blow -> blow.isIn(life))
              .map(blow -> blow.then(life, run.chronicle()))
              .toList();
      Attempts attempts = new Attempts(cluster.database());
      return new JobReport(
          job, seed, life.length(), deaths, attempts.lost(), attempts.all(), differences);
    }
  }

  /** What becomes of the job where the network fails. */
  static Sabotage sabotaged(String name, Size size, SmallJob job, List<Trial> trials)
      throws InterruptedException {
    Found wanted = undisturbed(job);
    try (Cluster cluster = start(name, size);
        Run run = Run.begin(cluster, job)) {
      List<Recovery> recoveries = new Saboteur(cluster, run.chronicle()).carryOut(trials);
      return new Sabotage(recoveries, differences(cluster, wanted, run.awaitEnd()));
    }
  }

  /** A job with its faults. */
  record Sabotage(List<Recovery> recoveries, List<String> differences) {}

  /** Writes a table to where it can be copied from, and shows it. */
  static void publish(String file, String table) {
    System.out.println(table);
    try {
      Files.writeString(Files.createDirectories(DIRECTORY).resolve(file), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cluster start(String name, Size size) throws InterruptedException {
    return Cluster.start(Built.PROGRAMS, DIRECTORY.resolve(name), size);
  }

  private static List<String> differences(Cluster cluster, Found wanted, Found found) {
    return Stream.concat(wanted.differences(found).stream(), incidents(cluster).stream()).toList();
  }

  /** A service that did not foresee what happened says so in its log. */
  private static List<String> incidents(Cluster cluster) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> logs = Files.list(cluster.logs())) {
      for (Path log : logs.sorted().toList()) {
        if (Files.readAllLines(log).stream().anyMatch(line -> line.contains(" incident "))) {
          found.add("an incident in " + log);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
