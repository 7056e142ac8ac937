package io.tamnas.worker.telemetry;

import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.Work;

/** How far the attempt in hand is. Used by the thread of the attempt alone. */
final class Pace {
  private final Work work;
  private long step;
  private double share;

  /** Of an attempt that goes on from its checkpoint, where it has one. */
  Pace(TaskAssignment assignment) {
    CheckpointReport checkpoint = assignment.checkpoint();
    this.work = assignment.work();
    this.step = checkpoint == null ? 0 : checkpoint.step();
  }

  /** How many steps were made since the last call; a lower step than before was made anew. */
  long stepsUntil(long now) {
    long made = now < step ? now : now - step;
    step = now;
    return made;
  }

  /** How many images a step of a training takes; 0 where the work is none. */
  int imagesPerStep() {
    return switch (work) {
      case Work.TrainSupernet training -> training.training().batchSize();
      case Work.TrainSubnet training -> training.training().batchSize();
      case Work.Evaluate _,
          Work.TransferMatrix _,
          Work.Validate _,
          Work.Export _,
          Work.MeasureLatency _ ->
          0;
    };
  }

  /** How many images were measured since the last call; 0 where the work is no measuring. */
  double imagesUntil(double now) {
    double measured = Math.max(0, now - share) * images();
    share = now;
    return measured;
  }

  private double images() {
    return switch (work) {
      case Work.Evaluate measuring -> measuring.protocol().images();
      case Work.TransferMatrix matrix ->
          (double) matrix.genotypes().size() * matrix.protocol().images();
      case Work.Validate measuring -> measuring.protocol().images();
      case Work.Export export -> export.check().images();
      case Work.TrainSupernet _, Work.TrainSubnet _, Work.MeasureLatency _ -> 0;
    };
  }
}
