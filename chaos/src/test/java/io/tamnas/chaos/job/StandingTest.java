package io.tamnas.chaos.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.quickstart.job.JobStatus.State;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final Standing TRAINING = new Standing(State.TRAINING_SUPERNET, 0, 0.5);

  @Test
  void isBeyondWhereWorkWasDone() {
    assertThat(new Standing(State.TRAINING_SUPERNET, 0, 0.6).isBeyond(TRAINING)).isTrue();
    assertThat(new Standing(State.SEARCHING, 0, 0).isBeyond(TRAINING)).isTrue();
    assertThat(
            new Standing(State.SEARCHING, 5, 0.1).isBeyond(new Standing(State.SEARCHING, 4, 0.1)))
        .isTrue();
  }

  @Test
  void isNotBeyondWhereAnAttemptWasLost() {
    assertThat(new Standing(State.TRAINING_SUPERNET, 0, 0.1).isBeyond(TRAINING)).isFalse();
    assertThat(TRAINING.isBeyond(TRAINING)).isFalse();
  }

  @Test
  void hasReachedAPhaseThatIsOver() {
    assertThat(TRAINING.hasReached(State.TRAINING_SUPERNET, 0.5)).isTrue();
    assertThat(TRAINING.hasReached(State.TRAINING_SUPERNET, 0.51)).isFalse();
    assertThat(new Standing(State.SEARCHING, 0, 0).hasReached(State.TRAINING_SUPERNET, 0.9))
        .isTrue();
  }
}
