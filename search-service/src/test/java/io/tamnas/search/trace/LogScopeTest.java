package io.tamnas.search.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogScopeTest {

  private static final UUID JOB = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final UUID TASK = new UUID(0, 3);

  @AfterEach
  void forget() {
    MDC.clear();
  }

  @Test
  void namesWhatIsWorkedOnAndNothingAfterwards() {
    try (LogScope _ = LogScope.ofJob(JOB).attempt(TASK, 2).worker("one")) {
      assertThat(MDC.get("job")).isEqualTo(JOB.toString());
      assertThat(MDC.get("task")).isEqualTo(TASK.toString());
      assertThat(MDC.get("attempt")).isEqualTo("2");
      assertThat(MDC.get("worker")).isEqualTo("one");
    }

    assertThat(MDC.get("job")).isNull();
    assertThat(MDC.get("task")).isNull();
    assertThat(MDC.get("attempt")).isNull();
    assertThat(MDC.get("worker")).isNull();
  }

  @Test
  void namesAgainWhatWasNamedBefore() {
    try (LogScope _ = LogScope.ofJob(JOB).attempt(TASK, 1)) {
      try (LogScope _ = LogScope.ofJob(OTHER)) {
        assertThat(MDC.get("job")).isEqualTo(OTHER.toString());
        assertThat(MDC.get("task")).isEqualTo(TASK.toString());
      }

      assertThat(MDC.get("job")).isEqualTo(JOB.toString());
    }
  }
}
