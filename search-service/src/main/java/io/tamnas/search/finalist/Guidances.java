package io.tamnas.search.finalist;

import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.training.Distillation;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.DistillationSettings;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.search.teacher.StoredTeacher;
import io.tamnas.search.teacher.Teachers;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what finalists learn from, and asks for the training of teachers that are not there. */
@Component
class Guidances {

  private final Teachers teachers;
  private final TeacherCheck check;

  Guidances(Teachers teachers, TeacherCheck check) {
    this.teachers = teachers;
    this.check = check;
  }

  /** What a finalist of the job learns from. Joins the transaction that holds the job's lock. */
  Guidance of(Job job, Genotype finalist, NetworkSettings settings) {
    return settings
        .distillation()
        .map(one -> of(job, finalist, one))
        .orElseGet(Guidance.Labels::new);
  }

  private Guidance of(Job job, Genotype finalist, DistillationSettings settings) {
    SearchSpace space = job.specification().space();
    List<String> problems =
        check.problems(settings.teacher(), space, Optional.ofNullable(job.datasetDigest()));
    if (!problems.isEmpty()) {
      return new Guidance.Refused("its teacher " + String.join("; ", problems));
    }
    TeacherCheck.Teacher teacher = check.teacher(settings.teacher(), space).orElseThrow();
    Optional<String> small = TeacherCheck.problem(teacher, space, finalist);
    return small.isPresent()
        ? new Guidance.Refused("its teacher " + small.get())
        : of(job, settings, teacher);
  }

  private Guidance of(Job job, DistillationSettings settings, TeacherCheck.Teacher teacher) {
    return switch (settings.teacher()) {
      case TeacherSettings.Given given -> taught(given.artifact(), teacher, settings.cleanWeight());
      case TeacherSettings.Trained trained ->
          of(teachers.require(job, trained), teacher, settings.cleanWeight());
    };
  }

  private static Guidance of(
      StoredTeacher stored, TeacherCheck.Teacher teacher, double cleanWeight) {
    SubnetTrained trained = stored.trained();
    StoredTeacher.Failure failure = stored.failure();
    if (trained != null) {
      return taught(trained.artifact(), teacher, cleanWeight);
    }
    return failure == null
        ? new Guidance.Awaited()
        : new Guidance.Refused(notThere(failure.reason()));
  }

  static String notThere(String reason) {
    return "its teacher is not there: " + reason;
  }

  private static Guidance taught(
      String artifact, TeacherCheck.Teacher teacher, double cleanWeight) {
    return new Guidance.Taught(
        new Distillation(
            artifact, teacher.space().text(), teacher.genotype().genes(), cleanWeight));
  }
}
