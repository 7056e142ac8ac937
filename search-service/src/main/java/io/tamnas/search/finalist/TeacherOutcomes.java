package io.tamnas.search.finalist;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.teacher.StoredTeacher;
import io.tamnas.search.teacher.TeacherId;
import io.tamnas.search.teacher.Teachers;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Component;

/** What follows for finalists from what becomes of the teachers that their job trains. */
@Component
class TeacherOutcomes {

  private final JobReader jobs;
  private final Teachers teachers;
  private final Finalists finalists;
  private final NetworkRows networks;
  private final Tasks tasks;
  private final Clock clock;

  TeacherOutcomes(
      JobReader jobs,
      Teachers teachers,
      Finalists finalists,
      NetworkRows networks,
      Tasks tasks,
      Clock clock) {
    this.jobs = jobs;
    this.teachers = teachers;
    this.finalists = finalists;
    this.networks = networks;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** What waits for it is trained. */
  void trained(TeacherId id, SubnetTrained result) {
    teachers.trained(id, result);
    finalists.taught(jobs.get(id.job()), stored(id).settings());
  }

  /** What waits for it fails. */
  void failed(TeacherId id, FailureClass failureClass, String reason) {
    teachers.failed(id, failureClass, reason);
    finalists
        .waitingFor(id.job(), stored(id).settings())
        .forEach(
            network ->
                networks.failed(
                    network, failureClass, Guidances.notThere(reason), clock.instant()));
  }

  /** Ends all that are not at their end. */
  void cancel(UUID job) {
    teachers.of(job).stream()
        .filter(teacher -> !teacher.isEnded())
        .forEach(teacher -> teachers.cancel(teacher.id()));
  }

  /** Ends those that nothing waits for any more. */
  void release(UUID job) {
    teachers.of(job).stream()
        .filter(teacher -> !teacher.isEnded())
        .filter(teacher -> finalists.waitingFor(job, teacher.settings()).isEmpty())
        .forEach(teacher -> teachers.cancel(teacher.id()));
  }

  /** Of each teacher that finalists of these settings learn from, from 0 to 1. */
  DoubleStream progress(UUID job, Collection<NetworkSettings> learning) {
    return teachers.of(job).stream()
        .filter(
            teacher ->
                learning.stream().anyMatch(one -> Finalists.learnsFrom(one, teacher.settings())))
        .mapToDouble(this::progress);
  }

  private double progress(StoredTeacher teacher) {
    return teacher.isEnded()
        ? 1
        : tasks
            .standing(teacher.id().job(), TaskKind.TRAIN_SUBNET, teacher.id().subject())
            .map(TaskStanding::progress)
            .orElse(0.0);
  }

  private StoredTeacher stored(TeacherId id) {
    return teachers.of(id.job()).stream()
        .filter(teacher -> teacher.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
