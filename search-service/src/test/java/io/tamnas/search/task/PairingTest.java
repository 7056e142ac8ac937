package io.tamnas.search.task;

import static io.tamnas.protocol.task.TaskKind.EVALUATE;
import static io.tamnas.protocol.task.TaskKind.MEASURE_LATENCY;
import static io.tamnas.protocol.task.TaskKind.TRAIN_SUPERNET;
import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static final int MOST = 3;

  private static ReadyTask task(String subject, Optional<String> machine) {
    Work work = new Work.MeasureLatency("space", List.of(0, 0), new LatencyProtocol(1, 1));
    return new ReadyTask(
        new Task(UUID.randomUUID(), UUID.randomUUID(), subject, work, false, Instant.EPOCH),
        false,
        machine,
        Optional.empty(),
        false);
  }

  private static ReadyTask task(String subject) {
    return task(subject, Optional.empty());
  }

  private static IdleWorker worker(String id, TaskKind... kinds) {
    return new IdleWorker(
        id,
        UUID.randomUUID(),
        URI.create("http://" + id),
        Set.of(kinds),
        Optional.of("machine of " + id));
  }

  private static List<String> pairs(List<ReadyTask> tasks, List<IdleWorker> workers) {
    return Pairing.of(tasks, workers, MOST).stream()
        .map(pairing -> pairing.ready().task().subject() + " to " + pairing.worker().id())
        .toList();
  }

  @Test
  void givesEachTaskInTurnTheFirstWorkerLeftThatCanDoIt() {
    assertThat(
            pairs(
                List.of(task("one"), task("two")),
                List.of(
                    worker("trainer", TRAIN_SUPERNET),
                    worker("evaluator", EVALUATE, MEASURE_LATENCY),
                    worker("another", MEASURE_LATENCY),
                    worker("third", MEASURE_LATENCY))))
        .containsExactly("one to evaluator", "two to another");
  }

  @Test
  void letsATaskWaitThatNobodyLeftCanDo() {
    assertThat(
            pairs(
                List.of(task("one"), task("two"), task("three")),
                List.of(worker("trainer", TRAIN_SUPERNET), worker("evaluator", MEASURE_LATENCY))))
        .containsExactly("one to evaluator");
    assertThat(pairs(List.of(task("one")), List.of())).isEmpty();
  }

  @Test
  void givesWhatIsBoundToAKindOfMachineToThatAlone() {
    assertThat(
            pairs(
                List.of(
                    task("bound", Optional.of("machine of second")),
                    task("elsewhere", Optional.of("machine of nobody")),
                    task("free")),
                List.of(worker("first", MEASURE_LATENCY), worker("second", MEASURE_LATENCY))))
        .containsExactly("bound to second", "free to first");
  }

  @Test
  void givesATaskToAnotherWorkerThanItFailedOnWhereOneIsLeft() {
    ReadyTask failed = failedOn("first", task("one"));
    List<IdleWorker> both =
        List.of(worker("first", MEASURE_LATENCY), worker("second", MEASURE_LATENCY));

    assertThat(pairs(List.of(failed), both)).containsExactly("one to second");
    assertThat(pairs(List.of(failed), both.subList(0, 1))).containsExactly("one to first");
  }

  @Test
  void makesNoMorePairingsThanAskedFor() {
    List<ReadyTask> tasks = List.of(task("one"), task("two"), task("three"), task("four"));
    List<IdleWorker> workers =
        Stream.of("a", "b", "c", "d").map(id -> worker(id, MEASURE_LATENCY)).toList();

    assertThat(pairs(tasks, workers)).containsExactly("one to a", "two to b", "three to c");
  }

  private static ReadyTask failedOn(String worker, ReadyTask task) {
    return new ReadyTask(task.task(), false, task.machine(), Optional.of(worker), false);
  }
}
