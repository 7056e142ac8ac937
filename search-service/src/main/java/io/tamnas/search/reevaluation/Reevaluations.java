package io.tamnas.search.reevaluation;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.job.IdempotencyKeyReused;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.NoSupernet;
import io.tamnas.search.job.Request;
import io.tamnas.search.measurement.Measurements;
import io.tamnas.search.specification.ReevaluationReader;
import io.tamnas.search.specification.ReevaluationSettings;
import io.tamnas.search.task.TaskOwner;
import io.tamnas.search.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What people do with re-evaluations. A job may get them at any time from its supernet on, also
 * when it has ended; they change nothing of its search. Each call is one transaction under the
 * job's lock.
 */
@Component
class Reevaluations {

  private static final Logger log = LoggerFactory.getLogger(Reevaluations.class);

  private final JobReader jobs;
  private final TaskOwner owner;
  private final ChosenSubnets chosen;
  private final ReevaluationRows rows;
  private final SubnetRows subnets;
  private final Measurements measurements;
  private final Tasks tasks;
  private final Clock clock;

  Reevaluations(
      JobReader jobs,
      TaskOwner owner,
      ChosenSubnets chosen,
      ReevaluationRows rows,
      SubnetRows subnets,
      Measurements measurements,
      Tasks tasks,
      Clock clock) {
    this.jobs = jobs;
    this.owner = owner;
    this.chosen = chosen;
    this.rows = rows;
    this.subnets = subnets;
    this.measurements = measurements;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Asks for a re-evaluation, and returns its number; of requests with one key, the first creates
   * it. What is stored already is not measured again.
   *
   * @throws NoSupernet where the job has none
   * @throws EmptyFront where the front is asked for and has no subnet yet
   * @throws NotRanked where a generation's front is asked for that has none yet
   * @throws io.tamnas.search.specification.InvalidSpecification with every violation at once
   * @throws IdempotencyKeyReused where the key came with another body before
   */
  @Transactional
  public int submit(UUID id, JsonNode document, Optional<Request> request) {
    owner.lock(id);
    return request
        .flatMap(sent -> known(id, sent))
        .orElseGet(() -> create(jobs.get(id), document, request));
  }

  /**
   * Stops what is not measured yet; what is measured stays.
   *
   * @throws UnknownReevaluation where there is none of that number
   */
  @Transactional
  public void cancel(UUID id, int number) {
    owner.lock(id);
    StoredReevaluation stored = get(id, number);
    List<StoredSubnet> open =
        stored.subnets().stream()
            .filter(subnet -> subnet.measurement() == null && subnet.failure() == null)
            .toList();
    if (stored.endedAt() == null && !open.isEmpty()) {
      open.forEach(subnet -> tasks.cancel(id, stored.id(subnet).subject()));
      rows.end(id, number, clock.instant());
      log.info("re-evaluation {} of job {} is CANCELLED", number, id);
    }
  }

  /**
   * Takes up what was stopped, and what has failed where another try may mend it.
   *
   * @throws UnknownReevaluation where there is none of that number
   * @throws NothingToRetry where no subnet would be tried again
   */
  @Transactional
  public void retry(UUID id, int number) {
    owner.lock(id);
    Job job = jobs.get(id);
    StoredReevaluation stored = get(id, number);
    Map<String, Long> known = known(job, stored);
    long again = stored.subnets().stream().filter(one -> isTakenUp(stored, one, known)).count();
    if (again == 0) {
      throw new NothingToRetry(id, number);
    }
    rows.reopen(id, number);
    rows.endIfDone(id, number, clock.instant());
    log.info("re-evaluation {} of job {} is QUEUED again", number, id);
  }

  private boolean isTakenUp(
      StoredReevaluation stored, StoredSubnet subnet, Map<String, Long> known) {
    SubnetId id = stored.id(subnet);
    Long measurement = known.get(Genes.write(subnet.genotype()));
    if (subnet.measurement() != null) {
      return false;
    }
    if (measurement != null) {
      tasks.cancel(id.job(), id.subject());
      subnets.measured(id, measurement);
      return true;
    }
    boolean revived = tasks.revive(id.job(), id.subject());
    if (revived) {
      subnets.reopen(id);
    }
    return revived;
  }

  private StoredReevaluation get(UUID id, int number) {
    jobs.get(id);
    return rows.find(id, number).orElseThrow(() -> new UnknownReevaluation(id, number));
  }

  private Optional<Integer> known(UUID id, Request request) {
    Optional<ReevaluationRows.Created> created = rows.created(id, request.key());
    created
        .filter(one -> !one.digest().equals(request.digest()))
        .ifPresent(
            one -> {
              throw new IdempotencyKeyReused(id, "re-evaluation", one.number());
            });
    return created.map(ReevaluationRows.Created::number);
  }

  private int create(Job job, JsonNode document, Optional<Request> request) {
    if (job.supernet() == null) {
      throw new NoSupernet(job.id(), job.state());
    }
    ReevaluationSettings wanted = ReevaluationReader.read(document, job.specification());
    int number =
        rows.add(
            job.id(),
            wanted.protocol(),
            chosen.of(job, wanted.subnets()),
            request,
            clock.instant());
    ask(job, get(job.id(), number));
    rows.endIfDone(job.id(), number, clock.instant());
    log.info("re-evaluation {} of job {} is QUEUED", number, job.id());
    return number;
  }

  private void ask(Job job, StoredReevaluation stored) {
    Map<String, Long> known = known(job, stored);
    for (StoredSubnet subnet : stored.subnets()) {
      Long measurement = known.get(Genes.write(subnet.genotype()));
      SubnetId id = stored.id(subnet);
      if (measurement == null) {
        tasks.addBeside(job.id(), id.subject(), work(job, subnet, stored.protocol()));
      } else {
        subnets.measured(id, measurement);
      }
    }
  }

  private Map<String, Long> known(Job job, StoredReevaluation stored) {
    return measurements.known(
        jobs.measurementKey(job, stored.protocol()),
        stored.subnets().stream().map(subnet -> Genes.write(subnet.genotype())).toList());
  }

  private static Work.Evaluate work(Job job, StoredSubnet subnet, EvaluationProtocol protocol) {
    return new Work.Evaluate(
        job.specification().dataset(),
        Objects.requireNonNull(job.datasetDigest()),
        job.specification().space().text(),
        Objects.requireNonNull(job.supernet()),
        subnet.genotype().genes(),
        protocol);
  }
}
