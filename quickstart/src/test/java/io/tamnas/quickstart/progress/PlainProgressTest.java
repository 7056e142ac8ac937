package io.tamnas.quickstart.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.quickstart.job.JobStatus.State;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final SettableClock clock = new SettableClock();
  private final Progress progress =
      new PlainProgress(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8)), clock);

  @Test
  void saysAtOnceThatAPhaseBegins() {
    progress.show(Statuses.training(0));
    progress.show(Statuses.searching(0, 1));

    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst())
        .startsWith("Training the supernet")
        .contains("  0 %", "about 3 min 20 s left");
    assertThat(lines().getLast()).contains("Searching", "generation 0 of 4, 1 subnets measured");
  }

  @Test
  void saysWhatAJobWaitsForInsteadOfHowLongItStillTakes() {
    progress.show(Statuses.waiting("an evaluator of another kind"));

    assertThat(lines().getFirst())
        .endsWith(", waits for an evaluator of another kind")
        .doesNotContain("left");
  }

  @Test
  void staysSilentForTenSecondsWithinAPhase() {
    progress.show(Statuses.training(0));
    clock.move(Duration.ofSeconds(9));
    progress.show(Statuses.training(0.3));
    assertThat(lines()).hasSize(1);

    clock.move(Duration.ofSeconds(1));
    progress.show(Statuses.training(0.31));
    assertThat(lines()).hasSize(2);
    assertThat(lines().getLast()).contains(" 31 %");
  }

  @Test
  void estimatesTheRestOfAPhaseWhereTheServiceDoesNot() {
    progress.show(Statuses.searching(0, 0));
    clock.move(Duration.ofSeconds(40));
    progress.show(Statuses.searching(1, 12));

    assertThat(lines().getFirst()).doesNotContain("left");
    assertThat(lines().getLast()).contains(" 25 %", "about 2 min 0 s left in this phase");
  }

  @Test
  void doesNotRepeatItself() {
    progress.show(Statuses.training(0.5));
    clock.move(Duration.ofMinutes(5));
    progress.show(Statuses.training(0.5));

    assertThat(lines()).hasSize(1);
  }

  @Test
  void leavesTheEndToOthersAndPrintsNoControlSigns() {
    progress.show(Statuses.training(0.5));
    progress.show(Statuses.ended(State.FAILED));
    progress.end();

    assertThat(lines()).hasSize(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("\r", "\u001B");
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
