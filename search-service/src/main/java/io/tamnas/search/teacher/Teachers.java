package io.tamnas.search.teacher;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.search.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The teachers that jobs train, each once however many learn from it. Changes join the transaction
 * that holds the job's lock.
 */
@Component
public class Teachers {

  private static final Logger log = LoggerFactory.getLogger(Teachers.class);

  private final TeacherRows rows;
  private final Tasks tasks;
  private final Clock clock;

  Teachers(TeacherRows rows, Tasks tasks, Clock clock) {
    this.rows = rows;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * The job's teacher of these settings. Its training is asked for where it is not there yet, and
   * once more where it had ended without a result, unless it would fail again.
   */
  public StoredTeacher require(Job job, TeacherSettings.Trained settings) {
    Optional<StoredTeacher> known = find(job.id(), settings);
    if (known.isEmpty()) {
      TeacherId id = rows.add(job.id(), settings, clock.instant());
      tasks.add(job.id(), id.subject(), training(job, settings));
      log.info("{} of job {} is to be trained", id.subject(), job.id());
    } else if (known.get().isEnded() && known.get().trained() == null) {
      tryAgain(known.get().id());
    }
    return find(job.id(), settings).orElseThrow();
  }

  private void tryAgain(TeacherId id) {
    if (tasks.revive(id.job(), id.subject())) {
      rows.reopen(id);
      log.info("{} of job {} is tried again", id.subject(), id.job());
    }
  }

  public Optional<StoredTeacher> find(UUID job, TeacherSettings.Trained settings) {
    return rows.find(job, settings);
  }

  /** All of a job, by number. */
  public List<StoredTeacher> of(UUID job) {
    return rows.of(job);
  }

  public void trained(TeacherId id, SubnetTrained result) {
    rows.trained(id, result, clock.instant());
    log.info("{} of job {} is trained", id.subject(), id.job());
  }

  public void failed(TeacherId id, FailureClass failureClass, String reason) {
    rows.failed(id, failureClass, reason, clock.instant());
    log.info("{} of job {} has failed: {}", id.subject(), id.job(), reason);
  }

  /** Ends one that nobody waits for. */
  public void cancel(TeacherId id) {
    rows.cancel(id, clock.instant());
    tasks.cancel(id.job(), id.subject());
  }

  private static Work.TrainSubnet training(Job job, TeacherSettings.Trained settings) {
    return new Work.TrainSubnet(
        job.specification().dataset(),
        Objects.requireNonNull(job.datasetDigest()),
        job.specification().space().text(),
        settings.genotype(),
        null,
        settings.training(),
        settings.selection(),
        null,
        job.specification().seed());
  }
}
