package io.tamnas.chaos.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.quickstart.job.JobStatus.State;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final Standing TRAINING = training(0.5);

  @Test
  void isBeyondWhereWorkWasDone() {
    assertThat(training(0.6).isBeyond(TRAINING)).isTrue();
    assertThat(searching(0, 0).isBeyond(TRAINING)).isTrue();
    assertThat(searching(5, 0.1).isBeyond(searching(4, 0.1))).isTrue();
  }

  @Test
  void isNotBeyondWhereAnAttemptWasLost() {
    assertThat(training(0.1).isBeyond(TRAINING)).isFalse();
    assertThat(TRAINING.isBeyond(TRAINING)).isFalse();
  }

  @Test
  void hasReachedAPhaseThatIsOver() {
    assertThat(TRAINING.hasReached(State.TRAINING_SUPERNET, 0.5)).isTrue();
    assertThat(TRAINING.hasReached(State.TRAINING_SUPERNET, 0.51)).isFalse();
    assertThat(searching(0, 0).hasReached(State.TRAINING_SUPERNET, 0.9)).isTrue();
  }

  @Test
  void tellsPhaseAndGeneration() {
    assertThat(TRAINING.text()).isEqualTo("training, 50 %");
    assertThat(searching(9, 0.25).text()).isEqualTo("generation 1, 25 %");
  }

  private static Standing training(double share) {
    return new Standing(State.TRAINING_SUPERNET, OptionalInt.empty(), 0, share);
  }

  private static Standing searching(int measured, double share) {
    return new Standing(State.SEARCHING, OptionalInt.of(1), measured, share);
  }
}
