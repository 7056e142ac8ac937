package io.tamnas.search.finalist;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.TrainingText;
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

  /** Who teaches a finalist of these settings; empty where it learns from the true labels. */
  Optional<FinalistView.Teacher> of(Job job, NetworkSettings settings) {
    return settings.distillation().map(one -> of(job, one));
  }

  private FinalistView.Teacher of(Job job, DistillationSettings settings) {
    SearchSpace space = job.specification().space();
    return switch (settings.teacher()) {
      case TeacherSettings.Given given ->
          given(networks.find(given.artifact()).orElseThrow(), settings.cleanWeight());
      case TeacherSettings.Trained trained ->
          teachers
              .find(job.id(), trained)
              .map(teacher -> trained(space, teacher, settings.cleanWeight()))
              .orElseGet(() -> untrained(space, trained, settings.cleanWeight()));
    };
  }

  /** One that nothing waits for, because it could teach none of the finalists. */
  private static FinalistView.Teacher untrained(
      SearchSpace space, TeacherSettings.Trained settings, double cleanWeight) {
    Genotype genotype = new Genotype(settings.genotype());
    return new FinalistView.Teacher(
        NetworkStage.CANCELLED,
        0,
        GenotypeView.of(genotype, new GenotypeText(space)),
        NetworkCost.of(space, genotype).parameters(),
        TrainingText.of(settings.training()),
        null,
        null,
        null,
        cleanWeight,
        null);
  }

  private static FinalistView.Teacher given(TrainedNetwork network, double cleanWeight) {
    return new FinalistView.Teacher(
        NetworkStage.FINISHED,
        1,
        GenotypeView.of(network.genotype(), new GenotypeText(network.space())),
        network.parameters(),
        null,
        network.trained().artifact(),
        network.trained().step(),
        FinalistView.Measured.of(
            network.protocol(), network.trained().selected(), network.space().classes()),
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
        TrainingText.of(teacher.settings().training()),
        trained == null ? null : trained.artifact(),
        trained == null ? null : trained.step(),
        trained == null
            ? null
            : FinalistView.Measured.of(
                teacher.settings().selection().protocol(), trained.selected(), space.classes()),
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
