package io.tamnas.search.telemetry;

import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.tamnas.protocol.task.TaskKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The gauges that are read from the database. They are the same on every replica of the service, so
 * that over replicas their maximum is right, and not their sum. What has labels of a known range is
 * there with 0 where there is nothing.
 */
@SuppressWarnings("ImmutableEnumChecker") // never changes; metadata and lists are not annotated so
enum StateFamily {
  TASKS(
      "tamnas_tasks",
      "Tasks that are not at their end. ready: a worker may have it as soon as its job's limit lets"
          + " it; waiting: after a failure; held: its job is paused; running: a worker has it",
      List.of("kind", "state"),
      each(kinds(), List.of("ready", "waiting", "held", "running"))),
  OLDEST_TASK(
      "tamnas_tasks_oldest_seconds",
      "For how long the oldest ready task has been waiting for a worker",
      List.of("kind"),
      each(kinds())),
  WORKERS_WANTED(
      "tamnas_workers_wanted",
      "How many workers would have a task at once: tasks that are running, or ready and within their"
          + " job's limit",
      List.of("kind"),
      each(kinds())),
  LEASES(
      "tamnas_leases",
      "Attempts under way. valid: its lease runs; overdue: its lease has ended, and the next sweep"
          + " ends it",
      List.of("kind", "state"),
      each(kinds(), List.of("valid", "overdue"))),
  WORKERS(
      "tamnas_workers",
      "Workers by what they can do; one that can do several kinds counts in each. draining: shall"
          + " take nothing more, and has nothing in hand; quarantined: failed again and again;"
          + " unavailable: it was busy or could not be reached; silent: heard of within the hour, but"
          + " not within the lease",
      List.of("kind", "state"),
      each(kinds(), List.of("idle", "busy", "draining", "quarantined", "unavailable", "silent"))),
  JOBS(
      "tamnas_jobs",
      "Jobs that are not at their end",
      List.of("state"),
      each(List.of("QUEUED", "TRAINING_SUPERNET", "SEARCHING", "FINALIZING", "PAUSED"))),
  JOB_GENERATION(
      "tamnas_job_generation",
      "The generation that a running job measures",
      List.of("job", "name"),
      List.of()),
  JOB_HYPERVOLUME(
      "tamnas_job_hypervolume",
      "The hypervolume of a running job's last ranked generation",
      List.of("job", "name"),
      List.of()),
  ARTIFACTS("tamnas_artifacts", "Stored artifacts", List.of(), List.of(List.of())),
  ARTIFACT_BYTES(
      "tamnas_artifacts_bytes", "What they take together", List.of(), List.of(List.of())),
  DAMAGED_ARTIFACTS(
      "tamnas_artifacts_damaged",
      "Those of them that were found damaged or missing in the store, and are refused",
      List.of(),
      List.of(List.of()));

  private final MetricMetadata metadata;
  private final List<String> labels;
  private final List<List<String>> always;

  StateFamily(String name, String help, List<String> labels, List<List<String>> always) {
    this.metadata = new MetricMetadata(name, help);
    this.labels = labels;
    this.always = always;
  }

  private static List<String> kinds() {
    return Arrays.stream(TaskKind.values()).map(TaskKind::name).toList();
  }

  private static List<List<String>> each(List<String> values) {
    return values.stream().map(List::of).toList();
  }

  private static List<List<String>> each(List<String> firsts, List<String> seconds) {
    return firsts.stream()
        .flatMap(first -> seconds.stream().map(second -> List.of(first, second)))
        .toList();
  }

  List<String> labels() {
    return labels;
  }

  MetricFamilyDescriptor descriptor() {
    return MetricFamilyDescriptor.of(MetricType.GAUGE, metadata, new TreeSet<>(labels));
  }

  /**
   * What a scrape shows.
   *
   * @param values by the values of the labels
   */
  GaugeSnapshot snapshot(Map<List<String>, Double> values) {
    List<GaugeDataPointSnapshot> points = new ArrayList<>();
    always.stream()
        .filter(names -> !values.containsKey(names))
        .forEach(names -> points.add(point(names, 0)));
    values.forEach((names, value) -> points.add(point(names, value)));
    return new GaugeSnapshot(metadata, points);
  }

  private GaugeDataPointSnapshot point(List<String> names, double value) {
    return new GaugeDataPointSnapshot(value, Labels.of(labels, names), null);
  }
}
