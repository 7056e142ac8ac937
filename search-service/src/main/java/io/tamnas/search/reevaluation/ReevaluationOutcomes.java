package io.tamnas.search.reevaluation;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.job.ReevaluationOwner;
import io.tamnas.search.measurement.Measurements;
import io.tamnas.search.task.Task;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what re-evaluations come to; a measurement is stored once, for whoever asks next. */
@Component
class ReevaluationOutcomes implements ReevaluationOwner {

  private static final Logger log = LoggerFactory.getLogger(ReevaluationOutcomes.class);

  private final JobReader jobs;
  private final ReevaluationRows rows;
  private final SubnetRows subnets;
  private final Measurements measurements;
  private final Clock clock;

  ReevaluationOutcomes(
      JobReader jobs,
      ReevaluationRows rows,
      SubnetRows subnets,
      Measurements measurements,
      Clock clock) {
    this.jobs = jobs;
    this.rows = rows;
    this.subnets = subnets;
    this.measurements = measurements;
    this.clock = clock;
  }

  @Override
  public void measured(Task task, Work.Evaluate work, SubnetMeasured result) {
    SubnetId id = SubnetId.of(task);
    subnets.measured(
        id,
        measurements.keep(
            jobs.measurementKey(jobs.get(id.job()), work.protocol()),
            Genes.write(id.genotype()),
            result));
    end(id);
    log.info("subnet {} of job {} is measured again", id.subject(), id.job());
  }

  @Override
  public void failed(Task task, FailureClass failureClass, String reason) {
    SubnetId id = SubnetId.of(task);
    subnets.failed(id, failureClass, reason);
    end(id);
    log.info("subnet {} of job {} could not be measured again: {}", id.subject(), id.job(), reason);
  }

  @Override
  public void cancel(UUID job) {
    rows.endAll(job, clock.instant());
  }

  private void end(SubnetId id) {
    rows.endIfDone(id.job(), id.number(), clock.instant());
  }
}
