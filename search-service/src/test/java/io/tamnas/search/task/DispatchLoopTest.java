package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.pulse.Pulses;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchLoopTest {

  private static final UUID ID = new UUID(0, 1);
  private static final Claim CLAIM =
      new Claim(
          new Task(
              ID,
              ID,
              "0",
              new Work.MeasureLatency("", List.of(), new LatencyProtocol(1, 1)),
              false,
              Instant.EPOCH),
          1,
          "worker",
          ID,
          URI.create("http://localhost"),
          null);

  private final Queue<Claim> ready = new ConcurrentLinkedQueue<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger delivered = new AtomicInteger();

  @AfterEach
  void letGo() {
    answered.countDown();
  }

  @Test
  void endsAfterTheDeliveriesUnderWay() throws InterruptedException {
    DispatchLoop loop =
        loop(() -> Stream.ofNullable(ready.poll()).toList(), Duration.ofSeconds(10));
    ready.add(CLAIM);
    await().until(() -> begun.get() == 1);

    Thread stopping = Thread.ofVirtual().start(loop::stop);
    assertThat(stopping.join(Duration.ofMillis(100))).isFalse();
    answered.countDown();

    assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
    assertThat(delivered).hasValue(1);
  }

  @Test
  void doesNotWaitForAWorkerForEver() {
    DispatchLoop loop = loop(() -> Stream.ofNullable(ready.poll()).toList(), Duration.ofMillis(50));
    ready.add(CLAIM);
    await().until(() -> begun.get() == 1);

    loop.stop();

    assertThat(delivered).hasValue(0);
  }

  @Test
  void deliversAllThatItClaimsAlsoWhileItStops() {
    AtomicInteger claimed = new AtomicInteger();
    answered.countDown();
    DispatchLoop loop =
        loop(
            () -> {
              claimed.incrementAndGet();
              return List.of(CLAIM);
            },
            Duration.ofSeconds(10));
    await().until(() -> begun.get() > 10);

    loop.stop();

    assertThat(delivered).hasValue(claimed.get());
  }

  private DispatchLoop loop(Supplier<List<Claim>> claims, Duration timeout) {
    Duration often = Duration.ofMillis(5);
    DispatchLoop loop =
        new DispatchLoop(
            claims,
            this::deliver,
            new DispatchSettings(often, often, often, timeout, often),
            new Pulses(Clock.systemUTC()));
    loop.start();
    return loop;
  }

  private void deliver(Claim claim) {
    begun.incrementAndGet();
    try {
      answered.await();
      delivered.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
