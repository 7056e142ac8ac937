package io.tamnas.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.quickstart.job.JobStatus.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SettableClock clock = new SettableClock();
  private final Progress progress =
      new LiveProgress(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8)), clock);

  @Test
  void rewritesOneLinePerPhase() {
    progress.show(Statuses.training(0.1));
    progress.show(Statuses.training(0.9));
    clock.move(Duration.ofSeconds(65));
    progress.show(Statuses.searching(1, 20));
    progress.show(Statuses.ended(State.SUCCEEDED));
    progress.end();

    assertThat(text().split("\n", -1)).hasSize(3);
    assertThat(text()).contains("\r", " 10 %", " 90 %", "100 %, took 1 min 5 s");
    assertThat(text()).endsWith(System.lineSeparator());
  }

  @Test
  void doesNotCallAFailedPhaseComplete() {
    progress.show(Statuses.training(0.4));
    progress.show(Statuses.ended(State.FAILED));
    progress.end();

    assertThat(text()).doesNotContain("100 %").endsWith(System.lineSeparator());
  }

  @Test
  void endsTheLineOfAJobThatIsLeft() {
    progress.show(Statuses.training(0.4));
    progress.end();

    assertThat(text()).endsWith(System.lineSeparator());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
