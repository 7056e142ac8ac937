package io.tamnas.worker.fake;

import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.Loss;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Paths;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assignments as the search service makes them. */
public final class Assigned {
  private static final UUID JOB = new UUID(7, 7);
  private static final int LEASE_SECONDS = 1;

  private Assigned() {}

  /** The first attempt at a task of that number. */
  public static TaskAssignment task(int number) {
    return attempt(number, 1);
  }

  public static TaskAssignment attempt(int task, int attempt) {
    return assignment(task, attempt, null);
  }

  public static TaskAssignment resumed(int task, int attempt, CheckpointReport checkpoint) {
    return assignment(task, attempt, checkpoint);
  }

  private static TaskAssignment assignment(
      int task, int attempt, @Nullable CheckpointReport checkpoint) {
    return new TaskAssignment(
        new UUID(0, task), attempt, JOB, LEASE_SECONDS, training(), checkpoint);
  }

  private static Work training() {
    var dataset = new DatasetReference("shapes", null, 16, 1, null);
    var attack = new InnerAttack.FgsmRandomStart(new Budget("8/255"), new Budget("10/255"), 0);
    var optimizer = new Optimizer.Sgd(0.1, 0.9, 5e-4, 5);
    var augmentation = new TrainingSettings.Augmentation(2, Mirror.RANDOM, 0);
    var training =
        new TrainingSettings(
            4,
            8,
            new Loss.CrossEntropy(0),
            attack,
            CraftingStatistics.BATCH,
            0.7,
            0.3,
            new Paths(new Paths.Uniform(), 1, 1, new Paths.Own()),
            optimizer,
            new Schedule(Schedule.Kind.COSINE, 0.05),
            0,
            0,
            augmentation);
    return new Work.TrainSupernet(dataset, "space", training, 1);
  }
}
