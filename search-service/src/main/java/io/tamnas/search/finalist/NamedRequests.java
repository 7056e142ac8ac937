package io.tamnas.search.finalist;

import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.JobState;
import io.tamnas.search.specification.InvalidSpecification;
import io.tamnas.search.specification.NamedFinalistsReader;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.task.TaskOwner;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Finalists that people name. The job goes its way whatever becomes of them. */
@Component
class NamedRequests {

  private static final String DISTILLATION = "/distillation";

  private final JobReader jobs;
  private final TaskOwner owner;
  private final Individuals individuals;
  private final FinalistRows rows;
  private final NetworkRows networks;
  private final Finalists finalists;
  private final TeacherCheck check;
  private final TeacherOutcomes teachers;
  private final Tasks tasks;
  private final Clock clock;

  NamedRequests(
      JobReader jobs,
      TaskOwner owner,
      Individuals individuals,
      FinalistRows rows,
      NetworkRows networks,
      Finalists finalists,
      TeacherCheck check,
      TeacherOutcomes teachers,
      Tasks tasks,
      Clock clock) {
    this.jobs = jobs;
    this.owner = owner;
    this.individuals = individuals;
    this.rows = rows;
    this.networks = networks;
    this.finalists = finalists;
    this.check = check;
    this.teachers = teachers;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Asks for those that are not there yet with the same settings, and once more for what failed.
   *
   * @throws NotSearched where the job has no last front
   * @throws InvalidSpecification with every violation at once
   */
  @Transactional
  public void submit(UUID id, JsonNode document) {
    owner.lock(id);
    Job job = jobs.get(id);
    if (job.state() != JobState.SUCCEEDED) {
      throw new NotSearched(id, job.state());
    }
    NamedFinalistsReader.Named named =
        NamedFinalistsReader.read(
            document, job.specification(), (read, isSound) -> violations(job, read, isSound));
    named
        .genotypes()
        .values()
        .forEach(
            genotype ->
                finalists.add(
                    job,
                    new Finalist(genotype, Finalist.Reason.NAMED),
                    named.settings().starts(),
                    named.settings().network()));
  }

  private List<Violation> violations(
      Job job, NamedFinalistsReader.Named named, Predicate<String> isSound) {
    SearchSpace space = job.specification().space();
    Stream<Violation> ofNames =
        NamedFinalists.violations(
            space, front(job), named.genotypes(), NamedFinalistsReader.POINTER)
            .stream();
    Stream<Violation> ofTeacher =
        isSound.test(DISTILLATION)
            ? named.settings().network().distillation().stream()
                .flatMap(one -> ofTeacher(job, one.teacher(), named.genotypes().values()))
            : Stream.empty();
    return Stream.concat(ofNames, ofTeacher).toList();
  }

  /** A teacher that cannot teach one of them is refused before anything is asked for. */
  private Stream<Violation> ofTeacher(
      Job job, TeacherSettings teacher, Collection<Genotype> finalists) {
    SearchSpace space = job.specification().space();
    String pointer =
        switch (teacher) {
          case TeacherSettings.Given _ -> DISTILLATION + "/teacher/artifact";
          case TeacherSettings.Trained _ -> DISTILLATION + "/teacher/genotype";
        };
    Stream<String> ofAll =
        check.problems(teacher, space, Optional.ofNullable(job.datasetDigest())).stream();
    Stream<String> ofEach =
        check.teacher(teacher, space).stream()
            .flatMap(
                network ->
                    finalists.stream()
                        .flatMap(one -> TeacherCheck.problem(network, space, one).stream()));
    return Stream.concat(ofAll, ofEach).map(one -> new Violation(pointer, one));
  }

  /**
   * Ends the networks of a finalist that are not at their end.
   *
   * @throws UnknownFinalist where there is none of that number
   */
  @Transactional
  public void cancel(UUID id, int number) {
    owner.lock(id);
    if (rows.find(id, number).isEmpty()) {
      throw new UnknownFinalist(id, number);
    }
    networks
        .cancel(id, number, clock.instant())
        .forEach(network -> tasks.cancel(id, network.subject()));
    teachers.release(id);
    owner.advance(id);
  }

  private List<Genotype> front(Job job) {
    return new Evolution(job.specification())
        .front(individuals.measured(job.id())).stream()
            .map(ranked -> ranked.born().genotype())
            .toList();
  }
}
