package io.tamnas.search.finalist;

import io.tamnas.protocol.task.Work;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.FinalistSettings;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import java.time.Clock;
import java.util.Objects;
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

  /** Adds one, asks for its trainings, and returns its number. */
  int add(Job job, Finalist finalist, FinalistSettings settings) {
    int number = rows.add(job.id(), finalist, settings, clock.instant());
    for (FinalistStart start : settings.starts()) {
      NetworkId id = new NetworkId(job.id(), number, start);
      networks.add(id);
      tasks.add(job.id(), id.subject(), training(job, finalist.genotype(), start, settings));
    }
    log.info("finalist {} of job {} is to be trained", number, job.id());
    return number;
  }

  StoredFinalist get(NetworkId id) {
    return rows.find(id.job(), id.finalist()).orElseThrow();
  }

  private static Work.TrainSubnet training(
      Job job, Genotype genotype, FinalistStart start, FinalistSettings settings) {
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
