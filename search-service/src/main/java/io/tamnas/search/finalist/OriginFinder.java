package io.tamnas.search.finalist;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Job;
import io.tamnas.search.measurement.Measurement;
import io.tamnas.search.task.Maker;
import io.tamnas.search.task.Makers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Finds who made a network and what came before it. */
@Component
class OriginFinder {

  private final Makers makers;
  private final Individuals individuals;
  private final String service;

  OriginFinder(Makers makers, Individuals individuals, ObjectProvider<BuildProperties> build) {
    this.makers = makers;
    this.individuals = individuals;
    BuildProperties built = build.getIfAvailable();
    this.service = built == null ? "unknown" : String.valueOf(built.getVersion());
  }

  /** Of an exported network. */
  Origins of(Job job, NetworkId id, FinalistView view, FinalistView.Exported exported) {
    return new Origins(
        service,
        made(job, TaskKind.TRAIN_SUPERNET, Objects.requireNonNull(job.supernet())),
        search(job),
        teacher(job, view.teacher()),
        makers.of(job.id(), TaskKind.TRAIN_SUBNET, id.subject()),
        makers.of(job.id(), TaskKind.VALIDATE, id.subject()),
        makers.of(job.id(), TaskKind.EXPORT, id.subject()),
        exported.runtime(),
        exported.opset());
  }

  private List<String> search(Job job) {
    return individuals.measured(job.id()).stream()
        .map(Born::measurement)
        .filter(Objects::nonNull)
        .map(Measurement::numericEnvironment)
        .distinct()
        .sorted()
        .toList();
  }

  private List<Maker> teacher(Job job, FinalistView.@Nullable Teacher teacher) {
    return teacher == null
        ? List.of()
        : made(job, TaskKind.TRAIN_SUBNET, Objects.requireNonNull(teacher.artifact()));
  }

  private List<Maker> made(Job job, TaskKind kind, String artifact) {
    return makers.of(job.id(), kind, new Digest(artifact));
  }
}
