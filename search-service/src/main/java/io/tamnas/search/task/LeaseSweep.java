package io.tamnas.search.task;

import io.tamnas.search.worker.WorkerRegistered;
import java.net.URI;
import java.util.List;
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

  @Scheduled(fixedDelayString = "${tamnas.dispatch.sweep:5s}")
  void endExpired() {
    lose(rows.expired(), "no heartbeat came before the lease ended");
  }

  @EventListener
  void onRegistration(WorkerRegistered event) {
    lose(rows.ofOthers(event.worker(), event.incarnation()), "the worker was started anew");
  }

  @Async
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void onCancellation(AttemptCancelled event) {
    database
        .sql("select url from worker where id = ?")
        .param(event.worker())
        .query(String.class)
        .optional()
        .ifPresent(url -> client.stop(URI.create(url), event.task(), event.attempt()));
  }

  private void lose(List<AttemptRows.Holder> holders, String reason) {
    holders.forEach(
        holder ->
            attempts.lose(
                holder.task(),
                holder.attempt(),
                "worker " + holder.worker() + " lost it: " + reason));
  }
}
