package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.MetricBatch;
import io.tamnas.protocol.task.MetricBatch.Metric;
import io.tamnas.worker.contact.Patience;
import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.contact.SearchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The observations of an attempt on their way to the service, in batches numbered from 1 without
 * gaps. A batch is repeated under its number until it is answered, so none counts twice. Dropped
 * are: values that are not finite, what comes while {@value #MOST_WAITING} wait, a batch that the
 * service refuses, and what waits when the attempt becomes void. Adding is thread-safe; one thread
 * at a time sends.
 */
final class MetricReports {
  private static final Logger log = LoggerFactory.getLogger(MetricReports.class);
  private static final int LARGEST_BATCH = 500;
  private static final int MOST_WAITING = 50_000;

  private final Attempt attempt;
  private final SearchService service;
  private final Patience patience;
  private final List<Metric> waiting = new ArrayList<>();
  private int lastNumber;

  MetricReports(Attempt attempt, SearchService service, Patience patience) {
    this.attempt = attempt;
    this.service = service;
    this.patience = patience;
  }

  /** Takes observations; those that are not finite have no form in JSON and are left out. */
  synchronized void add(long step, Map<String, Double> values) {
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (Double.isFinite(value) && waiting.size() < MOST_WAITING) {
                waiting.add(new Metric(name, step, value));
              }
            });
  }

  /**
   * Sends everything that waits. Ends by {@code TaskStopped} where the attempt is void.
   *
   * @throws RefusedException where the service says that the attempt is void
   */
  void sendAll() {
    for (List<Metric> batch = next(); !batch.isEmpty(); batch = next()) {
      sendOrDrop(new MetricBatch(lastNumber + 1, batch));
    }
  }

  /** A refused batch leaves its number to the next. */
  private void sendOrDrop(MetricBatch batch) {
    try {
      send(batch);
      lastNumber = batch.number();
    } catch (RefusedException refused) {
      if (refused.isOfVoidAttempt()) {
        throw refused;
      }
      log.warn(
          "{} metrics were refused and are dropped: {}",
          batch.metrics().size(),
          refused.getMessage());
    }
  }

  private void send(MetricBatch batch) {
    patience.untilAccepted(
        "metrics, batch " + batch.number(),
        () -> service.metrics(attempt.reference(), batch),
        attempt::pause);
  }

  private synchronized List<Metric> next() {
    List<Metric> head = waiting.subList(0, Math.min(waiting.size(), LARGEST_BATCH));
    List<Metric> batch = List.copyOf(head);
    head.clear();
    return batch;
  }
}
