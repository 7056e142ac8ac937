package io.tamnas.chaos.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.kill.Kill.Manner;
import io.tamnas.chaos.kill.Moment.Within;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KillTableTest {

  private static final Death DEATH =
      new Death(
          new Kill(
              new Moment(State.TRAINING_SUPERNET, 0.25, Within.UPLOAD),
              EnumSet.of(Member.TRAINER, Member.DATABASE),
              Duration.ofMillis(1250),
              Manner.KILLED),
          Set.of(Member.TRAINER),
          Duration.ofMillis(9100),
          new Standing(State.TRAINING_SUPERNET, OptionalInt.empty(), 0, 0.3),
          Within.UPLOAD,
          Duration.ofMillis(4321));

  @Test
  void tellsWhoWasKilledWhenAndWhatBecameOfTheJob() {
    assertThat(table(List.of()))
        .contains(
            "| 42 | 2 generations | 61.5 s | 9.1 s: PostgreSQL + trainer (starting); training, 30 %,"
                + " in an upload; 1.3 s; 4.3 s | 2 of 20 | 4.3 s | yes |")
        .contains("1 jobs, 1 kills, 2 attempts lost, 1 jobs identical");
  }

  @Test
  void namesWhatDiffers() {
    assertThat(table(List.of("generation 1"))).contains("**no**: generation 1", "0 jobs identical");
  }

  private static String table(List<String> differences) {
    return new KillTable(
            List.of(
                new JobReport(
                    SmallJob.ofSearch(3, 2),
                    42,
                    Duration.ofMillis(61_500),
                    List.of(DEATH),
                    2,
                    20,
                    differences)))
        .text();
  }
}
