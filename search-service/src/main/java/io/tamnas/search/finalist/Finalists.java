package io.tamnas.search.finalist;

import io.tamnas.protocol.task.Work;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The finalists of jobs. Adding joins the transaction that holds the job's lock. */
@Component
class Finalists {

  private static final Logger log = LoggerFactory.getLogger(Finalists.class);

  private final FinalistRows rows;
  private final NetworkRows networks;
  private final Tasks tasks;
  private final Clock clock;

  Finalists(FinalistRows rows, NetworkRows networks, Tasks tasks, Clock clock) {
    this.rows = rows;
    this.networks = networks;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Asks for the networks of a finalist that are not there yet. What has failed is tried once more,
   * unless it would fail again.
   */
  void add(Job job, Finalist finalist, List<FinalistStart> starts, NetworkSettings settings) {
    int number =
        rows.numberOf(job.id(), finalist.genotype(), settings)
            .orElseGet(() -> rows.add(job.id(), finalist, settings, clock.instant()));
    for (FinalistStart start : starts) {
      NetworkId id = new NetworkId(job.id(), number, start);
      if (networks.add(id)) {
        tasks.add(job.id(), id.subject(), training(job, finalist.genotype(), start, settings));
        log.info("finalist {} of job {} is to be trained", id.subject(), job.id());
      } else if (networks.isToBeTriedAgain(id) && tasks.revive(job.id(), id.subject())) {
        networks.reopen(id);
        log.info("finalist {} of job {} is tried again", id.subject(), job.id());
      }
    }
  }

  /** The numbers of those that the job's own rule has chosen. */
  Set<Integer> chosen(UUID job) {
    return rows.of(job).stream()
        .filter(one -> one.reason() != Finalist.Reason.NAMED)
        .map(StoredFinalist::number)
        .collect(Collectors.toSet());
  }

  StoredFinalist get(NetworkId id) {
    return rows.find(id.job(), id.finalist()).orElseThrow();
  }

  private static Work.TrainSubnet training(
      Job job, Genotype genotype, FinalistStart start, NetworkSettings settings) {
    return new Work.TrainSubnet(
        job.specification().dataset(),
        Objects.requireNonNull(job.datasetDigest()),
        job.specification().space().text(),
        genotype.genes(),
        switch (start) {
          case SCRATCH -> null;
          case SUPERNET -> Objects.requireNonNull(job.supernet());
        },
        settings.training(),
        settings.selection(),
        null,
        job.specification().seed());
  }
}
