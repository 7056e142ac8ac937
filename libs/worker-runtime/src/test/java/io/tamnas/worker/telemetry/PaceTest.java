package io.tamnas.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.CheckpointReport;
import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.fake.Assigned;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void countsStepsFromTheBeginning() {
    Pace pace = new Pace(Assigned.task(1));

    assertThat(pace.stepsUntil(10)).isEqualTo(10);
    assertThat(pace.stepsUntil(10)).isZero();
    assertThat(pace.stepsUntil(25)).isEqualTo(15);
    assertThat(pace.imagesPerStep()).isEqualTo(8);
  }

  @Test
  void countsNoStepThatAnEarlierAttemptMade() {
    Pace pace = new Pace(Assigned.resumed(1, 2, new CheckpointReport("a".repeat(64), 100)));

    assertThat(pace.stepsUntil(110)).isEqualTo(10);
  }

  @Test
  void countsStepsThatAreMadeAnew() {
    Pace pace = new Pace(Assigned.resumed(1, 2, new CheckpointReport("a".repeat(64), 100)));

    assertThat(pace.stepsUntil(10)).isEqualTo(10);
    assertThat(pace.stepsUntil(20)).isEqualTo(10);
  }

  @Test
  void countsMeasuredImages() {
    Pace pace = new Pace(measuring(512));

    assertThat(pace.imagesUntil(0.25)).isEqualTo(128, within(1e-9));
    assertThat(pace.imagesUntil(1)).isEqualTo(384, within(1e-9));
    assertThat(pace.imagesPerStep()).isZero();
  }

  private static TaskAssignment measuring(int images) {
    Work work =
        new Work.Evaluate(
            new DatasetReference("shapes", null, 16, 1, null),
            "digest",
            "space",
            "a".repeat(64),
            List.of(0, 0),
            new EvaluationProtocol(
                new AttackSettings.Fgsm(new Budget("8/255")), images, 128, 0, 128, 0, 1));
    return new TaskAssignment(new UUID(0, 1), 1, new UUID(7, 7), 1, work, null);
  }
}
