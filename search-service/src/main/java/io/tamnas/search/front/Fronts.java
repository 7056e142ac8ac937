package io.tamnas.search.front;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Generation;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.UnknownGeneration;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.specification.BaselineKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads fronts and generations, each as of one moment. */
@Component
public class Fronts {

  private final JobReader jobs;
  private final Generations generations;
  private final Individuals individuals;
  private final Baselines baselines;

  Fronts(JobReader jobs, Generations generations, Individuals individuals, Baselines baselines) {
    this.jobs = jobs;
    this.generations = generations;
    this.individuals = individuals;
    this.baselines = baselines;
  }

  /** The front of all that the job has measured so far. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Front front(UUID id) {
    Job job = jobs.get(id);
    Evolution evolution = new Evolution(job.specification());
    List<Born> measured = individuals.measured(id);
    List<Ranked> front = evolution.front(measured);
    List<Born> members = front.stream().map(Ranked::born).toList();
    Views views = new Views(job.specification(), evolution.knee(members));
    return new Front(
        id,
        job.supernet(),
        protocol(job, measured),
        objectives(job),
        front.stream().map(views::of).toList());
  }

  /** The search beside as many subnets that were drawn at random. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Baseline baseline(UUID id) {
    Job job = jobs.get(id);
    BaselineKind kind = job.specification().search().baseline();
    Evolution evolution = new Evolution(job.specification());
    List<Born> drawn = baselines.measured(id);
    Baseline.Side search = side(evolution, inOrderOfBirth(individuals.measured(id)));
    Baseline.Side random = side(evolution, drawn);
    int all = baselines.count(id).drawn();
    List<Ranked> front = evolution.front(drawn);
    Views views =
        new Views(job.specification(), evolution.knee(front.stream().map(Ranked::born).toList()));
    return new Baseline(
        id,
        kind,
        all,
        Gain.of(kind, search, random, all),
        evolution.referencePoint(),
        protocol(job, drawn),
        objectives(job),
        search,
        random,
        front.stream().map(views::of).toList());
  }

  private static List<Born> inOrderOfBirth(List<Born> measured) {
    return measured.stream()
        .sorted(Comparator.comparingInt(Born::generation).thenComparingInt(Born::position))
        .toList();
  }

  private static Baseline.Side side(Evolution evolution, List<Born> measured) {
    List<Baseline.Step> steps = VolumeSteps.of(evolution, measured);
    return new Baseline.Side(
        measured.size(), steps.isEmpty() ? null : steps.getLast().hypervolume(), steps);
  }

  private static List<Front.Objective> objectives(Job job) {
    return job.specification().search().objectives().stream()
        .map(name -> new Front.Objective(name, name.direction()))
        .toList();
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public GenerationView.All generations(UUID id) {
    Map<String, Double> reference = new Evolution(jobs.get(id).specification()).referencePoint();
    return new GenerationView.All(
        generations.of(id).stream()
            .map(
                one ->
                    new GenerationView(
                        one.number(),
                        one.state(),
                        one.born(),
                        one.measured(),
                        one.hypervolume(),
                        reference))
            .toList());
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public GenerationView.Full generation(UUID id, int number) {
    Job job = jobs.get(id);
    Generation found =
        generations.find(id, number).orElseThrow(() -> new UnknownGeneration(id, number));
    return new GenerationView.Full(
        number,
        found.state(),
        found.hypervolume(),
        new Evolution(job.specification()).referencePoint(),
        members(job, found));
  }

  private List<Individual> members(Job job, Generation generation) {
    return switch (generation.state()) {
      case MEASURING -> {
        Views views = new Views(job.specification(), Optional.empty());
        yield individuals.bornIn(job.id(), generation.number()).stream().map(views::of).toList();
      }
      case RANKED -> {
        List<Ranked> survivors = individuals.survivors(job.id(), generation.number());
        List<Born> born = survivors.stream().map(Ranked::born).toList();
        Views views = new Views(job.specification(), new Evolution(job.specification()).knee(born));
        yield survivors.stream().map(views::of).toList();
      }
    };
  }

  private static Front.Protocol protocol(Job job, List<Born> measured) {
    EvaluationProtocol protocol = job.specification().evaluation();
    return new Front.Protocol(
        ProtocolText.of(protocol),
        protocol.attack(),
        "validation",
        protocol.images(),
        protocol.seed(),
        protocol.recalibrationImages(),
        protocol.maskingImages(),
        job.datasetDigest(),
        environments(measured));
  }

  private static @Nullable String environments(List<Born> measured) {
    String all =
        measured.stream()
            .map(Born::measurement)
            .filter(Objects::nonNull)
            .map(Measurement::numericEnvironment)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" | "));
    return all.isEmpty() ? null : all;
  }
}
