package io.tamnas.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.cluster.Link;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.network.Fault;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FaultTableTest {

  @Test
  void tellsHowSoonTheJobGotOn() {
    assertThat(table(900))
        .contains(
            "| service → PostgreSQL | half-open | 3.5 s | generation 2, 40 % | 0.9 s | yes |");
  }

  @Test
  void pointsAtWhatCameLate() {
    assertThat(table(4001)).contains("4.0 s **late**");
  }

  private static String table(int millis) {
    Trial trial =
        new Trial(
            Link.SERVICE_TO_DATABASE,
            new Fault.Silence(),
            State.SEARCHING,
            0.1,
            Duration.ofMillis(3500));
    Recovery recovery =
        new Recovery(
            trial,
            new Standing(State.SEARCHING, OptionalInt.of(2), 7, 0.4),
            Duration.ofMillis(millis));
    return new FaultTable(List.of(new FaultTable.Row(recovery, true))).text();
  }
}
