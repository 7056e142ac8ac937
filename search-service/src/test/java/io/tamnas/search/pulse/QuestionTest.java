package io.tamnas.search.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class QuestionTest {

  private static final Duration LONG = Duration.ofSeconds(10);

  @Test
  void givesTheAnswer() throws Unanswered {
    assertThat(Question.ask(() -> "yes", LONG)).isEqualTo("yes");
  }

  @Test
  void doesNotWaitForEver() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatExceptionOfType(Unanswered.class)
        .isThrownBy(
            () ->
                Question.ask(
                    () -> {
                      never.await();
                      return "late";
                    },
                    Duration.ofMillis(20)))
        .withMessage("no answer within 20 ms");
  }

  @Test
  void tellsWhyAskingFailed() {
    assertThatExceptionOfType(Unanswered.class)
        .isThrownBy(
            () ->
                Question.ask(
                    () -> {
                      throw new IOException("No space left on device");
                    },
                    LONG))
        .withMessage("No space left on device")
        .withCauseInstanceOf(IOException.class);
  }
}
