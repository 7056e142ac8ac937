package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.measurement.MeasurementKey;
import io.tamnas.search.measurement.Measurements;
import io.tamnas.search.task.TaskOwner.Done;
import io.tamnas.search.task.UnusableResult;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes in the measurements of subnets that a job has asked for. Called with the job locked. */
@Component
class Measuring {

  private final Specifications specifications;
  private final Measurements measurements;
  private final Generations generations;
  private final Baselines baselines;

  Measuring(
      Specifications specifications,
      Measurements measurements,
      Generations generations,
      Baselines baselines) {
    this.specifications = specifications;
    this.measurements = measurements;
    this.generations = generations;
    this.baselines = baselines;
  }

  /** Whether it is a measurement of a subnet in the course of its job. */
  static boolean isOf(Done done) {
    return !done.task().beside()
        && done.task().work() instanceof Work.Evaluate
        && done.result() instanceof SubnetMeasured;
  }

  /**
   * Keeps measurements, and tells how many more the job's current generation waits for; 0 where it
   * did not wait for all of these either.
   *
   * @throws UnusableResult where one cannot be its task's
   */
  int take(UUID job, List<Done> done) {
    Map<MeasurementKey, List<Done>> byKey =
        done.stream().collect(Collectors.groupingBy(one -> key((Work.Evaluate) one.task().work())));
    SortedMap<String, Long> kept = new TreeMap<>();
    byKey.forEach((key, some) -> kept.putAll(measurements.keep(key, byGenotype(some))));
    Generations.Taken taken = generations.take(job, kept);
    if (taken.genotypes() < kept.size()) {
      baselines.measured(job, kept);
      return 0;
    }
    return taken.remaining();
  }

  private MeasurementKey key(Work.Evaluate work) {
    return specifications.measurementKey(work);
  }

  private static SortedMap<String, SubnetMeasured> byGenotype(List<Done> done) {
    SortedMap<String, SubnetMeasured> measured = new TreeMap<>();
    for (Done one : done) {
      if (one.task().work() instanceof Work.Evaluate work
          && one.result() instanceof SubnetMeasured subnet) {
        check(work, subnet);
        measured.put(one.task().subject(), subnet);
      }
    }
    return measured;
  }

  /**
   * Makes sure that it was measured as asked for.
   *
   * @throws UnusableResult where it was not
   */
  static void check(Work.Evaluate work, SubnetMeasured measured) {
    if (measured.images() != work.protocol().images()) {
      throw new UnusableResult(
          "the protocol asks for "
              + work.protocol().images()
              + " images, not "
              + measured.images());
    }
    if (!measured.datasetDigest().equals(work.datasetDigest())) {
      throw new UnusableResult(
          "the supernet was trained on data with digest "
              + work.datasetDigest()
              + ", the subnet was measured on "
              + measured.datasetDigest());
    }
  }
}
