package io.tamnas.search.job;

import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.measurement.MeasuredSubnet;
import io.tamnas.search.measurement.Measurements;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.TaskOwner.Done;
import io.tamnas.search.task.UnusableResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
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
   * Keeps measurements, and tells which jobs' current generations waited for all of theirs, and
   * wait for more.
   *
   * @throws UnusableResult where one cannot be its task's
   */
  Set<UUID> take(List<Done> done) {
    if (done.isEmpty()) {
      return Set.of();
    }
    SortedMap<UUID, SortedMap<String, Long>> kept = keep(done);
    Map<UUID, Generations.Taken> taken = generations.take(kept);
    Set<UUID> waiting = new HashSet<>();
    kept.forEach(
        (job, ids) -> {
          Generations.Taken of = taken.getOrDefault(job, Generations.Taken.NOTHING);
          if (of.genotypes() < ids.size()) {
            baselines.measured(job, ids);
          } else if (of.remaining() > 0) {
            waiting.add(job);
          }
        });
    return waiting;
  }

  /** The measurements' ids by job and genotype. */
  private SortedMap<UUID, SortedMap<String, Long>> keep(List<Done> done) {
    List<Long> ids = measurements.keep(done.stream().map(this::checked).toList());
    SortedMap<UUID, SortedMap<String, Long>> kept = new TreeMap<>();
    for (int i = 0; i < done.size(); i++) {
      Task task = done.get(i).task();
      kept.computeIfAbsent(task.job(), job -> new TreeMap<>()).put(task.subject(), ids.get(i));
    }
    return kept;
  }

  private MeasuredSubnet checked(Done done) {
    Work.Evaluate work = (Work.Evaluate) done.task().work();
    SubnetMeasured measured = (SubnetMeasured) done.result();
    check(work, measured);
    return new MeasuredSubnet(specifications.measurementKey(work), done.task().subject(), measured);
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
