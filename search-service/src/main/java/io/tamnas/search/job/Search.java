package io.tamnas.search.job;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Generations;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.generation.Offspring;
import io.tamnas.search.generation.Ranked;
import io.tamnas.search.generation.ReferencePoint;
import io.tamnas.search.specification.Origin;
import io.tamnas.search.specification.SearchJobSpecification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The loop of generations. Called with the job locked, and after every change; it does what is due
 * and nothing twice.
 */
@Component
class Search {

  private static final Logger log = LoggerFactory.getLogger(Search.class);

  private final Specifications specifications;
  private final Generations generations;
  private final Individuals individuals;
  private final Timing timing;
  private final Evaluations evaluations;
  private final Inheritance inheritance;
  private final Finale finale;
  private final Clock clock;

  Search(
      Specifications specifications,
      Generations generations,
      Individuals individuals,
      Timing timing,
      Evaluations evaluations,
      Inheritance inheritance,
      Finale finale,
      Clock clock) {
    this.specifications = specifications;
    this.generations = generations;
    this.individuals = individuals;
    this.timing = timing;
    this.evaluations = evaluations;
    this.inheritance = inheritance;
    this.finale = finale;
    this.clock = clock;
  }

  /** Goes on while nothing is left to measure: ranks, selects, breeds, or ends. */
  void advance(JobRow job) {
    SearchJobSpecification specification = specifications.of(job);
    Evolution evolution = new Evolution(specification);
    if (job.generation == null && job.state == JobState.SEARCHING) {
      beginFirst(job, specification, evolution);
    }
    while (job.state == JobState.SEARCHING && !isWaiting(job)) {
      endGeneration(job, specification, evolution);
    }
    if (job.state == JobState.FINALIZING) {
      finale.advance(job, specification);
      if (finale.isDone(job.id)) {
        job.succeed(clock.instant());
      }
    }
  }

  /** Draws the first population, or takes over the origin's. */
  private void beginFirst(JobRow job, SearchJobSpecification specification, Evolution evolution) {
    if (specification.origin().isEmpty()) {
      begin(job, specification, 0, evolution.founders());
      return;
    }
    Origin origin = specification.origin().get();
    int number = origin.generation();
    generations.begin(job.id, number, specification.space(), inheritance.population(origin));
    job.generation = number;
    generations.measured(job.id, inheritance.measurements(origin, specification));
    measure(job, specification);
  }

  private boolean isWaiting(JobRow job) {
    return generations.countRemaining(job.id, current(job)) > 0;
  }

  private void endGeneration(
      JobRow job, SearchJobSpecification specification, Evolution evolution) {
    int number = current(job);
    List<Ranked> survivors = survivors(job, specification, evolution);
    List<Born> born = survivors.stream().map(Ranked::born).toList();
    Map<String, Double> reference = ReferencePoint.of(specification, timing.ofLargest(job));
    generations.ranked(job.id, number, survivors, evolution.hypervolume(born, reference));
    log.info("generation {} of job {} is ranked", number, job.id);
    if (number == job.generations) {
      end(job, specification);
    } else {
      begin(job, specification, number + 1, evolution.children(born, number + 1));
    }
  }

  private List<Ranked> survivors(
      JobRow job, SearchJobSpecification specification, Evolution evolution) {
    int number = current(job);
    List<Born> born = individuals.bornIn(job.id, number);
    Optional<Origin> origin = specification.origin().filter(one -> one.generation() == number);
    return origin
        .flatMap(one -> inheritance.ranking(one, specification, born))
        .orElseGet(() -> evolution.survivors(withParents(job, number, born)));
  }

  private void end(JobRow job, SearchJobSpecification specification) {
    if (Finale.isWanted(specification)) {
      job.startFinalizing(clock.instant());
      finale.begin(job, specification);
    } else {
      job.succeed(clock.instant());
    }
  }

  /** The children and the survivors of the generation before; the first one has none. */
  private List<Born> withParents(JobRow job, int number, List<Born> children) {
    List<Born> all = new ArrayList<>(children);
    individuals.survivors(job.id, number - 1).forEach(parent -> all.add(parent.born()));
    return all;
  }

  private void begin(
      JobRow job, SearchJobSpecification specification, int number, List<Offspring> offspring) {
    generations.begin(job.id, number, specification.space(), offspring);
    job.generation = number;
    measure(job, specification);
  }

  /** Asks for what is not known yet of the current generation; asked again, it adds nothing. */
  void measure(JobRow job, SearchJobSpecification specification) {
    int number = current(job);
    generations.reuseOwn(job.id, number);
    generations.measured(
        job.id, evaluations.known(job, specification, generations.unmeasured(job.id, number)));
    evaluations.ask(job, specification, generations.unmeasured(job.id, number));
    timing.measure(job, specification);
  }

  private static int current(JobRow job) {
    return Objects.requireNonNull(job.generation);
  }
}
