package io.tamnas.search.transfer;

import io.tamnas.protocol.task.Work;
import io.tamnas.search.generation.Evolution;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Cursor;
import io.tamnas.search.job.IdempotencyKeyReused;
import io.tamnas.search.job.InvalidParameter;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.NoSupernet;
import io.tamnas.search.job.Request;
import io.tamnas.search.specification.TransferReader;
import io.tamnas.search.specification.TransferRequest;
import io.tamnas.search.task.TaskOwner;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What people do with transfer matrices. A job may get them at any time from its supernet on, also
 * when it has ended; they change nothing of its search.
 */
@Component
class TransferMatrices {

  private static final Logger log = LoggerFactory.getLogger(TransferMatrices.class);
  private static final int LARGEST = 100;

  private final JobReader jobs;
  private final TaskOwner owner;
  private final TransferRows rows;
  private final TransferViews views;
  private final Individuals individuals;
  private final Tasks tasks;
  private final Clock clock;

  TransferMatrices(
      JobReader jobs,
      TaskOwner owner,
      TransferRows rows,
      TransferViews views,
      Individuals individuals,
      Tasks tasks,
      Clock clock) {
    this.jobs = jobs;
    this.owner = owner;
    this.rows = rows;
    this.views = views;
    this.individuals = individuals;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Asks for a matrix; of requests with one key, the first creates it.
   *
   * @throws NoSupernet where the job has none
   * @throws FrontTooSmall where the front is asked for and has fewer than two subnets
   * @throws io.tamnas.search.specification.InvalidSpecification with every violation at once
   * @throws IdempotencyKeyReused where the key came with another body before
   */
  @Transactional
  public TransferMatrixView submit(UUID id, JsonNode document, Optional<Request> request) {
    owner.lock(id);
    int number =
        request
            .flatMap(sent -> known(id, sent))
            .orElseGet(() -> create(jobs.get(id), document, request));
    return get(id, number);
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public TransferMatrixView find(UUID id, int number) {
    jobs.get(id);
    return get(id, number);
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public TransferMatrixView.Page page(UUID id, int limit, Optional<String> cursor) {
    if (limit < 1 || limit > LARGEST) {
      throw new InvalidParameter("limit must be from 1 to " + LARGEST + ", is " + limit);
    }
    jobs.get(id);
    List<StoredMatrix> found =
        rows.before(id, cursor.map(Cursor::read).orElse(Long.MAX_VALUE), limit + 1);
    List<StoredMatrix> shown = found.subList(0, Math.min(limit, found.size()));
    return new TransferMatrixView.Page(
        shown.stream().map(views::of).toList(),
        found.size() > limit ? Cursor.after(shown.getLast().number()) : null);
  }

  private TransferMatrixView get(UUID id, int number) {
    return rows.find(id, number).map(views::of).orElseThrow(() -> new UnknownMatrix(id, number));
  }

  private Optional<Integer> known(UUID id, Request request) {
    Optional<TransferRows.Created> created = rows.created(id, request.key());
    created
        .filter(one -> !one.digest().equals(request.digest()))
        .ifPresent(
            one -> {
              throw new IdempotencyKeyReused(id, "transfer matrix", one.number());
            });
    return created.map(TransferRows.Created::number);
  }

  private int create(Job job, JsonNode document, Optional<Request> request) {
    String supernet = job.supernet();
    if (supernet == null) {
      throw new NoSupernet(job.id(), job.state());
    }
    TransferRequest wanted = TransferReader.read(document, job.specification());
    Work.TransferMatrix work =
        new Work.TransferMatrix(
            job.specification().dataset(),
            Objects.requireNonNull(job.datasetDigest()),
            job.specification().space().text(),
            supernet,
            genotypes(job, wanted.subnets()).stream().map(Genotype::genes).toList(),
            wanted.protocol());
    int number = rows.add(job.id(), work, request, clock.instant());
    tasks.add(job.id(), String.valueOf(number), work);
    log.info("transfer matrix {} of job {} is QUEUED", number, job.id());
    return number;
  }

  private List<Genotype> genotypes(Job job, TransferRequest.Subnets subnets) {
    return switch (subnets) {
      case TransferRequest.Subnets.Named(List<Genotype> genotypes) -> genotypes;
      case TransferRequest.Subnets.OfFront _ -> front(job);
    };
  }

  /** The first of the front in its order: those with the most room around them. */
  private List<Genotype> front(Job job) {
    List<Genotype> front =
        new Evolution(job.specification())
            .front(individuals.measured(job.id())).stream()
                .map(ranked -> ranked.born().genotype())
                .limit(TransferRequest.MOST)
                .toList();
    if (front.size() < 2) {
      throw new FrontTooSmall(job.id(), front.size());
    }
    return front;
  }
}
