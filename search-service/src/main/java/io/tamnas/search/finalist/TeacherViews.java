package io.tamnas.search.finalist;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.DistillationSettings;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.search.teacher.StoredTeacher;
import io.tamnas.search.teacher.Teachers;
import io.tamnas.search.teacher.TrainedNetwork;
import io.tamnas.search.teacher.TrainedNetworks;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes teachers as people see them. */
@Component
class TeacherViews {

  private final Teachers teachers;
  private final TrainedNetworks networks;
  private final Tasks tasks;

  TeacherViews(Teachers teachers, TrainedNetworks networks, Tasks tasks) {
    this.teachers = teachers;
    this.networks = networks;
    this.tasks = tasks;
  }

  /** Who teaches a finalist of these settings; empty where nobody does, or nobody is known. */
  Optional<FinalistView.Teacher> of(Job job, NetworkSettings settings) {
    return settings.distillation().flatMap(one -> of(job, one));
  }

  private Optional<FinalistView.Teacher> of(Job job, DistillationSettings settings) {
    return switch (settings.teacher()) {
      case TeacherSettings.Given given ->
          networks.find(given.artifact()).map(network -> given(network, settings.cleanWeight()));
      case TeacherSettings.Trained trained ->
          teachers
              .find(job.id(), trained)
              .map(
                  teacher -> trained(job.specification().space(), teacher, settings.cleanWeight()));
    };
  }

  private static FinalistView.Teacher given(TrainedNetwork network, double cleanWeight) {
    return new FinalistView.Teacher(
        NetworkStage.FINISHED,
        1,
        GenotypeView.of(network.genotype(), new GenotypeText(network.space())),
        network.parameters(),
        network.trained().artifact(),
        network.trained().step(),
        FinalistView.Measured.of(network.protocol(), network.trained().selected()),
        cleanWeight,
        null);
  }

  private FinalistView.Teacher trained(
      SearchSpace space, StoredTeacher teacher, double cleanWeight) {
    Genotype genotype = new Genotype(teacher.settings().genotype());
    SubnetTrained trained = teacher.trained();
    return new FinalistView.Teacher(
        stage(teacher),
        progress(teacher),
        GenotypeView.of(genotype, new GenotypeText(space)),
        NetworkCost.of(space, genotype).parameters(),
        trained == null ? null : trained.artifact(),
        trained == null ? null : trained.step(),
        trained == null
            ? null
            : FinalistView.Measured.of(
                teacher.settings().selection().protocol(), trained.selected()),
        cleanWeight,
        failure(teacher.failure()));
  }

  private static NetworkStage stage(StoredTeacher teacher) {
    if (teacher.failure() != null) {
      return NetworkStage.FAILED;
    }
    if (teacher.trained() != null) {
      return NetworkStage.FINISHED;
    }
    return teacher.isEnded() ? NetworkStage.CANCELLED : NetworkStage.TRAINING;
  }

  private double progress(StoredTeacher teacher) {
    return teacher.trained() != null
        ? 1
        : tasks
            .standing(teacher.id().job(), TaskKind.TRAIN_SUBNET, teacher.id().subject())
            .map(TaskStanding::progress)
            .orElse(0.0);
  }

  private static FinalistView.@Nullable Failure failure(StoredTeacher.@Nullable Failure failure) {
    return failure == null
        ? null
        : new FinalistView.Failure(failure.failureClass(), failure.reason());
  }
}
