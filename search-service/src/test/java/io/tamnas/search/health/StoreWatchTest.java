package io.tamnas.search.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StoreWatchTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private StoreWatch watch(StoreWatch.Writable store) {
    return new StoreWatch(store, meters);
  }

  private double gauge() {
    return meters.get("tamnas.artifacts.writable").gauge().value();
  }

  @Test
  void knowsNothingBeforeItHasAsked() {
    StoreWatch watch = watch(() -> {});

    assertThat(watch.health().getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(gauge()).isNaN();
  }

  @Test
  void keepsTheAnswerForWhoeverWantsToKnow() {
    AtomicInteger asked = new AtomicInteger();
    StoreWatch watch = watch(asked::incrementAndGet);

    watch.ask();

    assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    assertThat(gauge()).isEqualTo(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void saysWhyNothingCanBeStoredWithoutNamesOfFiles() {
    StoreWatch watch =
        watch(
            () -> {
              throw new NoSuchFileException("/secret/place", null, "gone");
            });

    watch.ask();

    assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(watch.health().getDetails()).containsEntry("reason", "nothing can be stored: gone");
    assertThat(gauge()).isZero();
  }

  @Test
  void asksOneQuestionAtATimeAndTakesSilenceForNo() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    StoreWatch watch =
        watch(
            () -> {
              asked.incrementAndGet();
              begun.countDown();
              await(answer);
            });
    FutureTask<Boolean> first = new FutureTask<>(watch::ask, true);
    Thread.ofVirtual().start(first);
    begun.await();

    watch.ask();
    assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(asked).hasValue(1);

    answer.countDown();
    first.get();
    assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
