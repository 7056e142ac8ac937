package io.tamnas.search.task;

import io.tamnas.search.worker.WorkerRegistered;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Claims while there is something to claim, and sleeps until an event or the next tick. Each
 * delivery has a thread of its own, so that a slow worker holds up nobody.
 */
@Component
class DispatchLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);

  /** So that what becomes ready one shortly after the other is claimed together. */
  private static final int REST_MILLIS = 4;

  private final Claims claims;
  private final Dispatcher dispatcher;
  private final DispatchSettings settings;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread loop = Thread.ofVirtual().unstarted(() -> {});

  DispatchLoop(Claims claims, Dispatcher dispatcher, DispatchSettings settings) {
    this.claims = claims;
    this.dispatcher = dispatcher;
    this.settings = settings;
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

  /** Waits for the claim under way, but not for deliveries: their leases end by themselves. */
  @Override
  public void stop() {
    running = false;
    wake.release();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
        claimed = claimSome();
      } while (running && claimed >= Claims.MANY);
    } catch (DataAccessException | TransactionException e) {
      log.warn("no task can be claimed now, trying again: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("no task can be claimed now, trying again", e);
    }
  }

  private int claimSome() {
    List<Claim> claimed = claims.next(Claims.MANY);
    claimed.forEach(
        claim -> Thread.ofVirtual().name("delivery").start(() -> dispatcher.deliver(claim)));
    return claimed.size();
  }
}
