package io.tamnas.search.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class GatheringTest {

  private static final int FIRST = 0;
  private static final int BAD = -1;
  private static final int AWAY = -2;

  private final List<List<Integer>> made = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final Gathering<Integer, String> gathering = new Gathering<>(this::make);

  /** The first one is under way until it is let go. */
  private List<String> make(List<Integer> asked) {
    made.add(asked);
    if (asked.contains(FIRST)) {
      await().until(() -> first.getCount() == 0);
    }
    if (asked.contains(AWAY)) {
      throw new DataAccessResourceFailureException("away");
    }
    if (asked.contains(BAD)) {
      throw new IllegalArgumentException("bad");
    }
    return asked.stream().map(String::valueOf).toList();
  }

  /** A call in a thread of its own that waits for its answer already. */
  private FutureTask<String> waiting(int asked) {
    FutureTask<String> call = new FutureTask<>(() -> gathering.call(asked));
    Thread thread = Thread.ofVirtual().start(call);
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> thread.getState() == Thread.State.WAITING);
    return call;
  }

  @Test
  void makesACallThatComesAloneAtOnce() {
    assertThat(gathering.call(7)).isEqualTo("7");
    assertThat(gathering.call(8)).isEqualTo("8");

    assertThat(made).containsExactly(List.of(7), List.of(8));
  }

  @Test
  void makesCallsTogetherThatComeWhileOneIsUnderWay() throws Exception {
    FutureTask<String> busy = waiting(FIRST);
    List<FutureTask<String>> others = IntStream.of(1, 2, 3).mapToObj(this::waiting).toList();

    first.countDown();

    assertThat(busy.get()).isEqualTo("0");
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).get()).isEqualTo(String.valueOf(i + 1));
    }
    assertThat(made).containsExactly(List.of(FIRST), List.of(1, 2, 3));
  }

  @Test
  void failsOnlyWhatFailsAlone() throws Exception {
    FutureTask<String> busy = waiting(FIRST);
    FutureTask<String> before = waiting(1);
    FutureTask<String> bad = waiting(BAD);
    FutureTask<String> after = waiting(2);

    first.countDown();

    assertThat(busy.get()).isEqualTo("0");
    assertThat(before.get()).isEqualTo("1");
    assertThat(after.get()).isEqualTo("2");
    assertThatThrownBy(bad::get).rootCause().isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> gathering.call(BAD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad");
  }

  @Test
  void failsAllAtOnceWhereTheDatabaseIsAway() {
    FutureTask<String> busy = waiting(FIRST);
    List<FutureTask<String>> others = IntStream.of(1, AWAY, 2).mapToObj(this::waiting).toList();

    first.countDown();

    assertThat(busy).succeedsWithin(Duration.ofSeconds(10));
    for (FutureTask<String> other : others) {
      assertThatThrownBy(other::get)
          .rootCause()
          .isInstanceOf(DataAccessResourceFailureException.class);
    }
    assertThat(made).containsExactly(List.of(FIRST), List.of(1, AWAY, 2));
  }

  @Test
  void makesNoMoreThanSixtyFourTogether() throws Exception {
    FutureTask<String> busy = waiting(FIRST);
    List<FutureTask<String>> others = IntStream.range(1, 101).mapToObj(this::waiting).toList();

    first.countDown();

    busy.get();
    for (FutureTask<String> other : others) {
      other.get();
    }
    assertThat(made).extracting(List::size).containsExactly(1, 64, 36);
  }
}
