package io.tamnas.search.finalist;

import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.artifact.Digest;
import io.tamnas.search.artifact.StoredContent;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What a user takes home of a network: the model, and what is to be known of it. */
@Component
class ExportFiles {

  private final JobReader jobs;
  private final NetworkRows networks;
  private final FinalistViews views;
  private final FinalistRows rows;
  private final OriginFinder origins;
  private final Artifacts artifacts;

  ExportFiles(
      JobReader jobs,
      NetworkRows networks,
      FinalistViews views,
      FinalistRows rows,
      OriginFinder origins,
      Artifacts artifacts) {
    this.jobs = jobs;
    this.networks = networks;
    this.views = views;
    this.rows = rows;
    this.origins = origins;
    this.artifacts = artifacts;
  }

  /** An exported network with all that is known of it. */
  private record Found(
      Job job, StoredFinalist finalist, FinalistView view, FinalistView.Network network) {}

  /** The ONNX file, which does not come to its end where it is damaged. */
  StoredContent model(UUID id, int number, String start) {
    NetworkExported exported = exported(network(id, number, start));
    return artifacts.get(new Digest(exported.artifact()));
  }

  /** In Markdown. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String modelCard(UUID id, int number, String start) {
    Found found = found(id, number, start);
    return new ModelCard(found.job(), found.finalist(), found.view(), found.network()).text();
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Manifest manifest(UUID id, int number, String start) {
    Found found = found(id, number, start);
    Origins origins =
        this.origins.of(
            found.job(),
            new NetworkId(id, number, found.network().start()),
            found.view(),
            Objects.requireNonNull(found.network().exported()));
    return Manifest.of(found.job(), found.finalist(), found.view(), found.network(), origins);
  }

  private Found found(UUID id, int number, String start) {
    StoredNetwork network = network(id, number, start);
    exported(network);
    Job job = jobs.get(id);
    FinalistView view =
        views.of(job).stream().filter(one -> one.number() == number).findFirst().orElseThrow();
    FinalistView.Network shown =
        view.networks().stream()
            .filter(one -> one.start() == network.id().start())
            .findFirst()
            .orElseThrow();
    return new Found(job, rows.find(id, number).orElseThrow(), view, shown);
  }

  private StoredNetwork network(UUID id, int number, String start) {
    jobs.get(id);
    return networks.of(id).stream()
        .filter(one -> one.id().finalist() == number && one.id().start().text().equals(start))
        .findFirst()
        .orElseThrow(() -> new UnknownFinalist(id, number, start));
  }

  private static NetworkExported exported(StoredNetwork network) {
    NetworkExported exported = network.exported();
    if (exported == null) {
      throw new NotExported(network.id(), NetworkStage.of(network));
    }
    return exported;
  }
}
