package io.tamnas.search.telemetry;

import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.tamnas.search.pulse.Question;
import io.tamnas.search.pulse.Unanswered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the database when it is scraped, at most once a second whoever scrapes. Where the database
 * does not answer, its gauges are missing rather than old, and the scrape shows all else.
 */
@Component
final class StateCollector implements MultiCollector {

  private static final Logger log = LoggerFactory.getLogger(StateCollector.class);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final MetricMetadata UP =
      new MetricMetadata("tamnas_database_up", "Whether the database told this replica its state");
  private static final MetricMetadata TIME =
      new MetricMetadata(
          "tamnas_database_state_seconds", "What it took to ask the database for its state");

  private final StateRows rows;
  private final Clock clock;
  private @Nullable MetricSnapshots last;
  private Instant taken = Instant.MIN;

  StateCollector(PrometheusRegistry registry, StateRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    registry.register(this);
  }

  @Override
  public synchronized MetricSnapshots collect() {
    MetricSnapshots snapshots = last;
    if (snapshots == null || clock.instant().isAfter(taken.plus(FRESH))) {
      snapshots = read();
      last = snapshots;
      taken = clock.instant();
    }
    return snapshots;
  }

  @Override
  public List<MetricFamilyDescriptor> getMetricFamilyDescriptors() {
    return Stream.concat(
            Stream.of(UP, TIME)
                .map(family -> MetricFamilyDescriptor.of(MetricType.GAUGE, family, Set.of())),
            Arrays.stream(StateFamily.values()).map(StateFamily::descriptor))
        .toList();
  }

  private MetricSnapshots read() {
    Instant begin = clock.instant();
    List<MetricSnapshot> snapshots = new ArrayList<>();
    try {
      Question.ask(rows::read, PATIENCE)
          .forEach((family, values) -> snapshots.add(family.snapshot(values)));
      snapshots.add(gauge(UP, 1));
    } catch (Unanswered e) {
      log.warn("the state of the database is missing in a scrape: {}", e.getMessage());
      snapshots.add(gauge(UP, 0));
    }
    snapshots.add(gauge(TIME, Duration.between(begin, clock.instant()).toMillis() / 1000.0));
    return new MetricSnapshots(snapshots);
  }

  private static GaugeSnapshot gauge(MetricMetadata family, double value) {
    return new GaugeSnapshot(
        family, List.of(new GaugeDataPointSnapshot(value, Labels.EMPTY, null)));
  }
}
