package io.tamnas.search.task;

import io.tamnas.search.database.DatabaseAway;
import io.tamnas.search.pulse.Pulses;
import io.tamnas.search.worker.WorkerRegistered;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Claims while there is something to claim, and sleeps until an event or the next tick. Each
 * delivery has a thread of its own, so that a slow worker holds up nobody.
 */
@Component
class DispatchLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);

  private static final String LOOP = "dispatch";

  /** So that what becomes ready one shortly after the other is claimed together. */
  private static final int REST_MILLIS = 4;

  private final Supplier<List<Claim>> claims;
  private final Consumer<Claim> dispatcher;
  private final DispatchSettings settings;
  private final Pulses pulses;
  private final Semaphore wake = new Semaphore(0);
  private final Set<Thread> deliveries = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile Thread loop = Thread.ofVirtual().unstarted(() -> {});

  @Autowired
  DispatchLoop(Claims claims, Dispatcher dispatcher, DispatchSettings settings, Pulses pulses) {
    this(() -> claims.next(Claims.MANY), dispatcher::deliver, settings, pulses);
  }

  DispatchLoop(
      Supplier<List<Claim>> claims,
      Consumer<Claim> dispatcher,
      DispatchSettings settings,
      Pulses pulses) {
    this.claims = claims;
    this.dispatcher = dispatcher;
    this.settings = settings;
    this.pulses = pulses;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void onWork(WorkAvailable event) {
    wake.release();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void onWorker(WorkerRegistered event) {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    loop = Thread.ofVirtual().name("dispatch").start(this::run);
  }

  /**
   * Waits for the claim under way and for deliveries, so that a restart leaves nothing claimed that
   * no worker knows of. A delivery that takes longer than a worker may take to answer is left to
   * its lease.
   */
  @Override
  public void stop() {
    running = false;
    wake.release();
    try {
      loop.join();
      awaitDeliveries();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitDeliveries() throws InterruptedException {
    long end = System.nanoTime() + settings.timeout().toNanos();
    for (Thread delivery : deliveries) {
      delivery.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    try {
      while (running) {
        claimAll();
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        if (wake.tryAcquire(settings.tick().toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claimAll() {
    try {
      int claimed;
      do {
        pulses.turned(LOOP);
        claimed = claimSome();
      } while (claimed >= Claims.MANY);
    } catch (RuntimeException e) {
      if (DatabaseAway.isToldBy(e)) {
        log.warn("no task can be claimed now, trying again: {}", e.getMessage());
      } else {
        log.error("no task can be claimed now, trying again", e);
      }
    }
  }

  /** What is claimed is always delivered. */
  private int claimSome() {
    List<Claim> claimed = running ? claims.get() : List.of();
    claimed.forEach(this::deliver);
    return claimed.size();
  }

  private void deliver(Claim claim) {
    Thread delivery = Thread.ofVirtual().name("delivery").unstarted(() -> carryOut(claim));
    deliveries.add(delivery);
    delivery.start();
  }

  private void carryOut(Claim claim) {
    try {
      dispatcher.accept(claim);
    } finally {
      deliveries.remove(Thread.currentThread());
    }
  }
}
