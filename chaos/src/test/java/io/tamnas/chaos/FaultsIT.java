package io.tamnas.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.chaos.cluster.Size;
import io.tamnas.chaos.fault.FaultTable;
import io.tamnas.chaos.fault.FaultTable.Row;
import io.tamnas.chaos.fault.Trial;
import io.tamnas.chaos.fault.Trials;
import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.job.SmallJob.Baseline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every fault of every pair of parts. */
@Tag("chaos")
@Tag("long")
class FaultsIT {

  private static final SmallJob JOB = new SmallJob(11, 4, Baseline.NONE, 1);

  @Test
  void allFindTheSameAndGetOnSoonAfterEachFault() throws InterruptedException {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (List<Trial> trials : Trials.matrix()) {
      number++;
      Jobs.Sabotage sabotage = Jobs.sabotaged("sabotaged-" + number, Size.FULL, JOB, trials);
      boolean identical = sabotage.differences().isEmpty();
      sabotage.recoveries().forEach(one -> rows.add(new Row(one, identical)));
      Jobs.publish("faults.md", new FaultTable(rows).text());
      assertThat(sabotage.recoveries()).hasSameSizeAs(trials);
    }

    assertThat(rows).allMatch(Row::identical);
    assertThat(rows).allMatch(row -> row.recovery().isInTime());
  }
}
