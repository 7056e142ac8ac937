package io.tamnas.search.task;

import io.tamnas.search.worker.WorkerRegistered;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  private final Claims claims;
  private final Dispatcher dispatcher;
  private final DispatchSettings settings;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable ExecutorService threads;

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
    ExecutorService started = Executors.newVirtualThreadPerTaskExecutor();
    threads = started;
    started.execute(() -> run(started));
  }

  @Override
  public void stop() {
    ExecutorService stopped = threads;
    threads = null;
    if (stopped != null) {
      stopped.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  private void run(ExecutorService executor) {
    while (!executor.isShutdown()) {
      try {
        claimAll(executor);
        if (wake.tryAcquire(settings.tick().toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void claimAll(ExecutorService executor) {
    try {
      Optional<Claim> claim = claims.next();
      while (claim.isPresent() && !executor.isShutdown()) {
        Claim claimed = claim.get();
        executor.execute(() -> dispatcher.deliver(claimed));
        claim = claims.next();
      }
    } catch (DataAccessException | TransactionException e) {
      log.warn("no task can be claimed now, trying again: {}", e.getMessage());
    }
  }
}
