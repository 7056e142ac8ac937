package io.tamnas.search.reevaluation;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.front.Front;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.LatencyView;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.generation.Born;
import io.tamnas.search.job.Job;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.measurement.MaskingWarning;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.NetworkCost;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes one re-evaluation as people see it. */
final class Sheet {

  private final Job job;
  private final StoredReevaluation stored;
  private final Map<Genotype, Born> first;
  private final Map<String, TaskStanding> standings;
  private final GenotypeText text;

  /**
   * @param first what the search measured
   * @param standings of the job's tasks beside its course, by subject
   */
  Sheet(
      Job job,
      StoredReevaluation stored,
      Map<Genotype, Born> first,
      Map<String, TaskStanding> standings) {
    this.job = job;
    this.stored = stored;
    this.first = first;
    this.standings = standings;
    this.text = new GenotypeText(job.specification().space());
  }

  ReevaluationView view() {
    ReevaluationState state = state();
    Comparison comparison = new Comparison(pairs());
    Optional<Set<Genotype>> front =
        state.isEnd()
            ? Optional.of(comparison.nondominated(job.specification()))
            : Optional.empty();
    return new ReevaluationView(
        job.id(),
        stored.number(),
        state,
        stored.subnets().stream().mapToDouble(this::progress).average().orElse(1),
        Objects.requireNonNull(job.supernet()),
        protocol(
            job.specification().evaluation(),
            stored.subnets().stream().map(one -> before(one.genotype())).toList()),
        protocol(
            stored.protocol(), stored.subnets().stream().map(StoredSubnet::measurement).toList()),
        job.specification().search().objectives().stream()
            .map(name -> new Front.Objective(name, name.direction()))
            .toList(),
        stored.subnets().stream().map(subnet -> subnet(subnet, front)).toList(),
        state.isEnd() ? comparison.order().orElse(null) : null,
        stored.createdAt(),
        stored.endedAt(),
        ReevaluationView.Links.of(job.id(), stored.number()));
  }

  private @Nullable TaskStanding standing(StoredSubnet subnet) {
    return standings.get(stored.id(subnet).subject());
  }

  private SubnetState state(StoredSubnet subnet) {
    return SubnetState.of(subnet, standing(subnet));
  }

  private ReevaluationState state() {
    Set<SubnetState> all = EnumSet.noneOf(SubnetState.class);
    stored.subnets().forEach(subnet -> all.add(state(subnet)));
    if (all.contains(SubnetState.RUNNING)) {
      return ReevaluationState.RUNNING;
    }
    if (all.contains(SubnetState.QUEUED)) {
      return hasBegun() ? ReevaluationState.RUNNING : ReevaluationState.QUEUED;
    }
    if (all.contains(SubnetState.CANCELLED)) {
      return ReevaluationState.CANCELLED;
    }
    return all.contains(SubnetState.FAILED)
        ? ReevaluationState.FAILED
        : ReevaluationState.SUCCEEDED;
  }

  /** Whether some task has ended; measurements that were known before have none. */
  private boolean hasBegun() {
    return stored.subnets().stream()
        .map(this::standing)
        .anyMatch(task -> task != null && isDone(task.state()));
  }

  private static boolean isDone(TaskStanding.State state) {
    return switch (state) {
      case SUCCEEDED, FAILED -> true;
      case READY, RUNNING, CANCELLED -> false;
    };
  }

  private double progress(StoredSubnet subnet) {
    return switch (state(subnet)) {
      case MEASURED, FAILED -> 1;
      case RUNNING -> Objects.requireNonNull(standing(subnet)).progress();
      case QUEUED, CANCELLED -> 0;
    };
  }

  private @Nullable Measurement before(Genotype genotype) {
    Born born = first.get(genotype);
    return born == null ? null : born.measurement();
  }

  private @Nullable LatencyView latency(Genotype genotype) {
    Born born = first.get(genotype);
    return born == null || born.latency() == null ? null : LatencyView.of(born.latency());
  }

  /** Not known of what has no latency where the job wants one. */
  private @Nullable Boolean nondominated(Genotype genotype, Optional<Set<Genotype>> front) {
    if (job.specification().search().wantsLatency() && !first.containsKey(genotype)) {
      return null;
    }
    return front.map(members -> members.contains(genotype)).orElse(null);
  }

  private List<Comparison.Pair> pairs() {
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (StoredSubnet subnet : stored.subnets()) {
      Measurement again = subnet.measurement();
      if (again != null) {
        Born born = first.get(subnet.genotype());
        pairs.add(
            new Comparison.Pair(
                subnet.genotype(),
                before(subnet.genotype()),
                again,
                born == null ? null : born.latency()));
      }
    }
    return pairs;
  }

  private ReevaluationView.Protocol protocol(
      EvaluationProtocol protocol, List<? extends @Nullable Measurement> measured) {
    Set<String> environments = new TreeSet<>();
    for (Measurement one : measured) {
      if (one != null) {
        environments.add(one.numericEnvironment());
      }
    }
    return new ReevaluationView.Protocol(
        ProtocolText.of(protocol),
        "validation",
        protocol,
        Objects.requireNonNull(job.datasetDigest()),
        environments.isEmpty() ? null : String.join(" | ", environments));
  }

  private ReevaluationView.Subnet subnet(StoredSubnet subnet, Optional<Set<Genotype>> front) {
    Genotype genotype = subnet.genotype();
    NetworkCost cost = NetworkCost.of(job.specification().space(), genotype);
    Measurement before = before(genotype);
    Measurement again = subnet.measurement();
    StoredSubnet.Failure failure = subnet.failure();
    return new ReevaluationView.Subnet(
        GenotypeView.of(genotype, text),
        cost.parameters(),
        cost.multiplyAdds(),
        latency(genotype),
        state(subnet),
        before == null ? null : measured(job.specification().evaluation(), before),
        again == null ? null : measured(stored.protocol(), again),
        again == null ? null : nondominated(genotype, front),
        before == null || again == null ? null : inversion(before, again),
        failure == null
            ? null
            : new ReevaluationView.Failure(failure.failureClass(), failure.reason()));
  }

  private @Nullable InversionWarning inversion(Measurement before, Measurement again) {
    return InversionWarning.of(
            new InversionWarning.Measured(job.specification().evaluation(), before),
            new InversionWarning.Measured(stored.protocol(), again))
        .orElse(null);
  }

  private ReevaluationView.Measured measured(EvaluationProtocol protocol, Measurement measurement) {
    int classes = job.specification().space().classes();
    return new ReevaluationView.Measured(
        ProtocolText.of(protocol),
        Accuracy.of(measurement.cleanCorrect(), measurement.images()),
        Accuracy.of(measurement.adversarialCorrect(), measurement.images()),
        measurement.maskingSigns().stream()
            .map(sign -> MaskingWarning.of(sign, protocol.attack(), classes))
            .toList());
  }
}
