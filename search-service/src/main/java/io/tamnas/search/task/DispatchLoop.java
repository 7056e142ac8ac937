package io.tamnas.search.task;

import io.tamnas.search.pulse.Pulses;
import io.tamnas.search.worker.WorkerRegistered;
import java.util.Optional;
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

  private static final String LOOP = "dispatch";

  private final Claims claims;
  private final Dispatcher dispatcher;
  private final DispatchSettings settings;
  private final Pulses pulses;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread loop = Thread.ofVirtual().unstarted(() -> {});

  DispatchLoop(Claims claims, Dispatcher dispatcher, DispatchSettings settings, Pulses pulses) {
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
      pulses.turned(LOOP);
      Optional<Claim> claim = claims.next();
      while (claim.isPresent() && running) {
        pulses.turned(LOOP);
        Claim claimed = claim.get();
        Thread.ofVirtual().name("delivery").start(() -> dispatcher.deliver(claimed));
        claim = claims.next();
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("no task can be claimed now, trying again: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("no task can be claimed now, trying again", e);
    }
  }
}
