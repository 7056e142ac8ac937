package io.tamnas.search.front;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.baseline.Baselines;
import io.tamnas.search.baseline.UnmeasuredSubnet;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Generation;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Individuals.Moment;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.generation.ReferencePoint;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.UnknownGeneration;
import io.tamnas.search.latency.Latencies;
import io.tamnas.search.specification.BaselineKind;
import io.tamnas.search.specification.LatencySettings;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.InputShape;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ConcurrentLruCache;

/** Reads fronts and generations, each as of one moment. */
@Component
public class Fronts {

  private static final int REMEMBERED = 64;

  private final JobReader jobs;
  private final Generations generations;
  private final Individuals individuals;
  private final Baselines baselines;
  private final Latencies latencies;
  private final EarlierFronts earlier;
  private final ConcurrentLruCache<Key, Front> made =
      new ConcurrentLruCache<>(REMEMBERED, this::make);

  Fronts(
      JobReader jobs,
      Generations generations,
      Individuals individuals,
      Baselines baselines,
      Latencies latencies,
      EarlierFronts earlier) {
    this.jobs = jobs;
    this.generations = generations;
    this.individuals = individuals;
    this.baselines = baselines;
    this.latencies = latencies;
    this.earlier = earlier;
  }

  /** The front of all that the job has measured so far. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Front front(UUID id) {
    return made.get(key(jobs.get(id)));
  }

  /**
   * Each with a short text that changes whenever the front may have changed; empty where there is
   * no such job.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  List<Optional<Tagged>> tagged(List<UUID> ids) {
    Map<UUID, Optional<Tagged>> read = new HashMap<>();
    for (UUID id : ids) {
      read.computeIfAbsent(id, one -> jobs.find(one).map(this::tagged));
    }
    return ids.stream().map(id -> Objects.requireNonNull(read.get(id))).toList();
  }

  private Tagged tagged(Job job) {
    Key key = key(job);
    return new Tagged(made.get(key), key.text());
  }

  record Tagged(Front front, String tag) {}

  /** All that a front depends on beside what never changes. */
  private record Key(
      UUID job,
      Moment moment,
      @Nullable String supernet,
      @Nullable String datasetDigest,
      Optional<String> machine) {

    String text() {
      return "%d-%d-%d-%x"
          .formatted(
              moment.generation(),
              moment.measured(),
              moment.timed(),
              Objects.hash(supernet, datasetDigest, machine));
    }
  }

  private Key key(Job job) {
    Optional<String> machine =
        job.specification().latency().flatMap(_ -> latencies.pin(job.id()).machine());
    return new Key(
        job.id(), individuals.moment(job.id()), job.supernet(), job.datasetDigest(), machine);
  }

  private Front make(Key key) {
    Job job = jobs.get(key.job());
    Evolution evolution = new Evolution(job.specification());
    int generation = key.moment().generation();
    FrontSoFar front =
        earlier
            .before(job.id(), generation)
            .with(individuals.measuredIn(job.id(), generation), evolution);
    Views views = new Views(job.specification(), evolution.knee(front.born()));
    return new Front(
        job.id(),
        job.supernet(),
        protocol(job, front.environments()),
        objectives(job),
        front.members().stream().map(views::of).toList());
  }

  /** The search beside as many subnets that were drawn at random. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Baseline baseline(UUID id) {
    Job job = jobs.get(id);
    BaselineKind kind = job.specification().search().baseline();
    Evolution evolution = new Evolution(job.specification());
    List<Born> drawn = baselines.measured(id);
    Map<String, Double> reference = referencePoint(job);
    boolean comparable = reference.size() == job.specification().search().objectives().size();
    List<Born> searched = comparable ? inOrderOfBirth(individuals.measured(id)) : List.of();
    Baseline.Side search = side(evolution, reference, searched);
    Baseline.Side random = side(evolution, reference, drawn);
    Gain.Drawn all = drawn(id);
    List<Ranked> front = evolution.front(drawn);
    Views views =
        new Views(job.specification(), evolution.knee(front.stream().map(Ranked::born).toList()));
    return new Baseline(
        id,
        kind,
        all.wanted(),
        all.drawn(),
        all.draws(),
        all.failed(),
        Gain.of(kind, search, random, all, ahead(evolution, reference, searched, search, random)),
        reference,
        protocol(job, FrontSoFar.NOTHING.with(drawn, evolution).environments()),
        objectives(job),
        search,
        random,
        front.stream().map(views::of).toList(),
        baselines.failed(id).stream().map(one -> failure(job, one)).toList());
  }

  private static OptionalInt ahead(
      Evolution evolution,
      Map<String, Double> reference,
      List<Born> searched,
      Baseline.Side search,
      Baseline.Side random) {
    Double volume = random.hypervolume();
    return volume == null
        ? OptionalInt.empty()
        : VolumeSteps.firstAbove(evolution, reference, searched, search.steps(), volume);
  }

  private Gain.Drawn drawn(UUID id) {
    Baselines.Count count = baselines.count(id);
    return baselines
        .effort(id)
        .map(
            effort ->
                new Gain.Drawn(effort.wanted(), count.drawn(), effort.draws(), count.failed()))
        .orElse(Gain.Drawn.NOTHING);
  }

  private static Baseline.Failure failure(Job job, UnmeasuredSubnet subnet) {
    return new Baseline.Failure(
        GenotypeView.of(subnet.genotype(), new GenotypeText(job.specification().space())),
        subnet.failureClass(),
        subnet.reason());
  }

  private static List<Born> inOrderOfBirth(List<Born> measured) {
    return measured.stream()
        .sorted(Comparator.comparingInt(Born::generation).thenComparingInt(Born::position))
        .toList();
  }

  private static Baseline.Side side(
      Evolution evolution, Map<String, Double> reference, List<Born> measured) {
    List<Baseline.Step> steps = VolumeSteps.of(evolution, reference, measured);
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
    Map<String, Double> reference = referencePoint(jobs.get(id));
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
        number, found.state(), found.hypervolume(), referencePoint(job), members(job, found));
  }

  private Map<String, Double> referencePoint(Job job) {
    return ReferencePoint.of(job.specification(), latencies.pin(job.id()).ofLargest());
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

  private Front.Protocol protocol(Job job, List<String> environments) {
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
        environments.isEmpty() ? null : String.join(" | ", environments),
        job.specification().latency().map(settings -> latency(job, settings)).orElse(null));
  }

  private LatencyView.Protocol latency(Job job, LatencySettings settings) {
    InputShape input = job.specification().space().input();
    return new LatencyView.Protocol(
        ProtocolText.of(settings.protocol()),
        settings.protocol().warmups(),
        settings.protocol().runs(),
        1,
        1,
        "%d×%d×%d".formatted(input.channels(), input.height(), input.width()),
        latencies.pin(job.id()).machine().orElse(null));
  }
}
