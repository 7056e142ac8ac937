package io.tamnas.search.task;

import io.tamnas.search.database.DatabaseAway;
import io.tamnas.search.pulse.Watched;
import io.tamnas.search.worker.WorkerRegistered;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends attempts whose worker is silent or has been started anew, and tells workers to stop. */
@Component
class LeaseSweep {

  private static final Logger log = LoggerFactory.getLogger(LeaseSweep.class);

  private static final int TRIES = 5;
  private static final int PAUSE_MILLIS = 500;

  private final AttemptRows rows;
  private final Attempts attempts;
  private final WorkerClient client;
  private final JdbcClient database;

  LeaseSweep(AttemptRows rows, Attempts attempts, WorkerClient client, JdbcClient database) {
    this.rows = rows;
    this.attempts = attempts;
    this.client = client;
    this.database = database;
  }

  @Watched
  @Scheduled(fixedDelayString = "${tamnas.dispatch.sweep:5s}")
  void endExpired() {
    lose(rows.expired(), "no heartbeat came before the lease ended");
  }

  @EventListener
  void onRegistration(WorkerRegistered event) {
    lose(rows.ofOthers(event.worker(), event.incarnation()), "the worker was started anew");
  }

  /** A worker that does not hear of it learns it from its next heartbeat. */
  @Async
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void onCancellation(AttemptCancelled event) throws InterruptedException {
    Optional<String> url =
        database
            .sql("select url from worker where id = ?")
            .param(event.worker())
            .query(String.class)
            .optional();
    boolean told = url.isEmpty();
    for (int tries = 0; !told && tries < TRIES; tries++) {
      TimeUnit.MILLISECONDS.sleep(tries == 0 ? 0 : PAUSE_MILLIS);
      told = client.stop(URI.create(url.get()), event.task(), event.attempt());
    }
  }

  private void lose(List<AttemptRows.Holder> holders, String reason) {
    holders.forEach(holder -> lose(holder, reason));
  }

  /** One that cannot be ended keeps no other one from its end. */
  private void lose(AttemptRows.Holder holder, String reason) {
    try {
      attempts.lose(
          holder.task(), holder.attempt(), "worker " + holder.worker() + " lost it: " + reason);
    } catch (RuntimeException e) {
      if (DatabaseAway.isToldBy(e)) {
        throw e;
      }
      log.error("attempt {} at task {} cannot be ended now", holder.attempt(), holder.task(), e);
    }
  }
}
