package io.tamnas.search.finalist;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.training.Distillation;
import io.tamnas.search.job.Job;
import io.tamnas.search.specification.DistillationSettings;
import io.tamnas.search.specification.FinalistStart;
import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The finalists of jobs. Changes join the transaction that holds the job's lock. */
@Component
class Finalists {

  private static final Logger log = LoggerFactory.getLogger(Finalists.class);

  private final FinalistRows rows;
  private final NetworkRows networks;
  private final Guidances guidances;
  private final Tasks tasks;
  private final Clock clock;

  Finalists(
      FinalistRows rows, NetworkRows networks, Guidances guidances, Tasks tasks, Clock clock) {
    this.rows = rows;
    this.networks = networks;
    this.guidances = guidances;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Asks for the networks of a finalist that are not there yet. What has failed is tried once more,
   * unless it would fail again.
   */
  void add(Job job, Finalist finalist, List<FinalistStart> starts, NetworkSettings settings) {
    int number =
        rows.numberOf(job.id(), finalist.genotype(), settings)
            .orElseGet(() -> rows.add(job.id(), finalist, settings, clock.instant()));
    for (FinalistStart start : starts) {
      NetworkId id = new NetworkId(job.id(), number, start);
      if (networks.add(id)) {
        train(job, id, finalist.genotype(), settings);
      } else if (networks.isToBeTriedAgain(id)) {
        tryAgain(job, id, finalist.genotype(), settings);
      }
    }
  }

  /** A network whose training was never asked for had waited for its teacher. */
  private void tryAgain(Job job, NetworkId id, Genotype genotype, NetworkSettings settings) {
    if (tasks.standing(job.id(), TaskKind.TRAIN_SUBNET, id.subject()).isEmpty()) {
      networks.reopen(id);
      train(job, id, genotype, settings);
    } else if (tasks.revive(job.id(), id.subject())) {
      networks.reopen(id);
      log.info("finalist {} of job {} is tried again", id.subject(), job.id());
    }
  }

  /** Asks for the training of every network that waits for that teacher, which is trained. */
  void taught(Job job, TeacherSettings.Trained teacher) {
    waitingFor(job.id(), teacher)
        .forEach(
            id -> {
              StoredFinalist finalist = get(id);
              train(job, id, finalist.genotype(), finalist.settings());
            });
  }

  /** The networks that wait for that teacher. */
  List<NetworkId> waitingFor(UUID job, TeacherSettings.Trained teacher) {
    return networks.of(job).stream()
        .filter(network -> !network.isEnded() && network.trained() == null)
        .map(StoredNetwork::id)
        .filter(id -> learnsFrom(get(id).settings(), teacher))
        .filter(id -> tasks.standing(job, TaskKind.TRAIN_SUBNET, id.subject()).isEmpty())
        .toList();
  }

  static boolean learnsFrom(NetworkSettings settings, TeacherSettings teacher) {
    return settings
        .distillation()
        .map(DistillationSettings::teacher)
        .filter(teacher::equals)
        .isPresent();
  }

  private void train(Job job, NetworkId id, Genotype genotype, NetworkSettings settings) {
    switch (guidances.of(job, genotype, settings)) {
      case Guidance.Labels _ -> train(job, id, genotype, settings, null);
      case Guidance.Taught taught -> train(job, id, genotype, settings, taught.distillation());
      case Guidance.Awaited _ ->
          log.info("finalist {} of job {} waits for its teacher", id.subject(), job.id());
      case Guidance.Refused refused ->
          networks.failed(id, FailureClass.INVALID, refused.reason(), clock.instant());
    }
  }

  private void train(
      Job job,
      NetworkId id,
      Genotype genotype,
      NetworkSettings settings,
      @Nullable Distillation distillation) {
    tasks.add(job.id(), id.subject(), training(job, genotype, id.start(), settings, distillation));
    log.info("finalist {} of job {} is to be trained", id.subject(), job.id());
  }

  /** Those that the job's own rule has chosen, by number. */
  Map<Integer, NetworkSettings> chosen(UUID job) {
    return rows.of(job).stream()
        .filter(one -> one.reason() != Finalist.Reason.NAMED)
        .collect(Collectors.toMap(StoredFinalist::number, StoredFinalist::settings));
  }

  StoredFinalist get(NetworkId id) {
    return rows.find(id.job(), id.finalist()).orElseThrow();
  }

  private static Work.TrainSubnet training(
      Job job,
      Genotype genotype,
      FinalistStart start,
      NetworkSettings settings,
      @Nullable Distillation distillation) {
    return new Work.TrainSubnet(
        job.specification().dataset(),
        Objects.requireNonNull(job.datasetDigest()),
        job.specification().space().text(),
        genotype.genes(),
        switch (start) {
          case SCRATCH -> null;
          case SUPERNET -> Objects.requireNonNull(job.supernet());
        },
        settings.training(),
        settings.selection(),
        distillation,
        job.specification().seed(),
        settings.validation().images());
  }
}
