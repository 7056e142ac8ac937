package io.tamnas.search.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes what is older than it is kept, in small batches, side by side with other replicas. It
 * runs at a fixed rate, since what has a fixed delay shares one thread, on which leases are
 * watched.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private static final String METRICS = "metric batches";
  private static final String ATTEMPTS = "attempts";
  private static final String WORKERS = "workers";
  private static final List<String> KINDS = List.of(METRICS, ATTEMPTS, WORKERS);

  private final ExpiredRows rows;
  private final RetentionSettings settings;
  private final MeterRegistry meters;
  private final Lock running = new ReentrantLock();

  Retention(ExpiredRows rows, RetentionSettings settings, MeterRegistry meters) {
    this.rows = rows;
    this.settings = settings;
    this.meters = meters;
    KINDS.forEach(what -> count(what, 0));
  }

  @Scheduled(
      initialDelayString = "${tamnas.retention.delay:10m}",
      fixedRateString = "${tamnas.retention.interval:1h}")
  void runWhereEnabled() {
    if (settings.enabled() && running.tryLock()) {
      try {
        run();
      } catch (DataAccessException e) {
        log.warn("old rows are not deleted now, trying again later: {}", e.getMessage());
      } finally {
        running.unlock();
      }
    }
  }

  /** Deletes all that is due: metrics before their attempts, and those before their workers. */
  void run() {
    delete(METRICS, limit -> rows.metrics(settings.metrics(), limit));
    delete(ATTEMPTS, limit -> rows.attempts(settings.attempts(), limit));
    delete(WORKERS, limit -> rows.workers(settings.workers(), limit));
  }

  private void delete(String what, IntUnaryOperator batch) {
    int all = 0;
    int last;
    do {
      last = batch.applyAsInt(settings.batch());
      all += last;
    } while (last == settings.batch());
    if (all > 0) {
      count(what, all);
      log.info("{} {} deleted for their age", all, what);
    }
  }

  private void count(String what, int deleted) {
    meters.counter("tamnas.retention.deleted", "what", what).increment(deleted);
  }
}
