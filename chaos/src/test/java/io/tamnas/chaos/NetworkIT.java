package io.tamnas.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.cluster.Size;
import io.tamnas.chaos.fault.FaultTable;
import io.tamnas.chaos.fault.Recovery;
import io.tamnas.chaos.fault.Trial;
import io.tamnas.chaos.fault.Trials;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One job in whose network one thing after another goes wrong. */
@Tag("chaos")
@Tag("long")
class NetworkIT {

  @Test
  void findsTheSameAndGetsOnSoonAfterEachFault() throws InterruptedException {
    List<Trial> trials = Trials.selection();

    Jobs.Sabotage sabotage = Jobs.sabotaged("sabotaged", Size.SMALLEST, CrashIT.JOB, trials);

    boolean identical = sabotage.differences().isEmpty();
    List<FaultTable.Row> rows =
        sabotage.recoveries().stream().map(one -> new FaultTable.Row(one, identical)).toList();
    Jobs.publish("faults-of-one-job.md", new FaultTable(rows).text());
    assertThat(sabotage.differences()).isEmpty();
    assertThat(sabotage.recoveries()).hasSameSizeAs(trials).allMatch(Recovery::isInTime);
  }
}
