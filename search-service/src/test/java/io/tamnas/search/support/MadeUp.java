package io.tamnas.search.support;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.TaskResult.LatencyMeasured;
import io.tamnas.protocol.task.TaskResult.NetworkExported;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.TaskResult.SubnetTrained;
import io.tamnas.protocol.task.TaskResult.SupernetTrained;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Made-up trainings and measurements, functions of the assignment alone. */
public final class MadeUp {

  public static final String DATASET_DIGEST = "d".repeat(64);

  private MadeUp() {}

  /** Uploads what training needs, and says what the task would have given. */
  public static TaskResult outcome(FakeWorker worker, TaskAssignment assignment) {
    return switch (assignment.work()) {
      case Work.TrainSupernet training -> trained(worker.service(), training);
      case Work.Evaluate evaluation -> measured(evaluation, worker.environment());
      case Work.TransferMatrix matrix -> transferred(matrix, worker.environment());
      case Work.TrainSubnet training -> trained(worker, training);
      case Work.Validate validate ->
          network(validate.protocol().images(), validate.datasetDigest(), worker.environment());
      case Work.Export export -> exported(worker, export);
      case Work.MeasureLatency latency -> timed(latency, worker.machine());
    };
  }

  public static SupernetTrained trained(Service service, Work.TrainSupernet training) {
    return new SupernetTrained(upload(service, "supernet " + training), DATASET_DIGEST);
  }

  private static String upload(Service service, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    String digest = sha256(content);
    service.upload("/api/v1/artifacts/" + digest, content);
    return digest;
  }

  /** The state in the middle is the best. */
  public static SubnetTrained trained(FakeWorker worker, Work.TrainSubnet training) {
    return new SubnetTrained(
        upload(worker.service(), "network " + training),
        training.training().steps() / 2,
        network(
            training.selection().protocol().images(),
            training.datasetDigest(),
            worker.environment()));
  }

  /** Three quarters are right, and half under attack. */
  public static NetworkMeasured network(int images, String datasetDigest, String environment) {
    return new NetworkMeasured(
        images, 3 * images / 4, images / 2, Set.of(), datasetDigest, environment);
  }

  /** Timed by half a millisecond. */
  public static NetworkExported exported(FakeWorker worker, Work.Export export) {
    int images = export.check().images();
    return new NetworkExported(
        upload(worker.service(), "file of " + export.network()),
        20_000,
        17,
        images,
        1e-6,
        3 * images / 4,
        images / 2,
        0.5,
        50_000_000L,
        "a runtime",
        new NetworkExported.Spread(0.4, 0.8, worker.machine()));
  }

  /** Wide channels take time, some blocks more than others. */
  public static LatencyMeasured timed(Work.MeasureLatency latency, String machine) {
    List<Integer> genes = latency.genotype();
    int layers = genes.size() / 2;
    long median = 100_000;
    for (int layer = 0; layer < layers; layer++) {
      median += (1000L + 100 * genes.get(layer)) * (1 + genes.get(layers + layer));
    }
    return new LatencyMeasured(median - median / 20, median, median + median / 10, machine);
  }

  /** Wide channels help, more so under attack, but less and less. */
  public static SubnetMeasured measured(Work.Evaluate evaluation, String environment) {
    List<Integer> genes = evaluation.genotype();
    int layers = genes.size() / 2;
    int images = evaluation.protocol().images();
    int sum = genes.subList(layers, 2 * layers).stream().mapToInt(Integer::intValue).sum();
    int spread = genes.subList(0, layers).stream().mapToInt(gene -> gene * gene % 5).sum();
    int clean = Math.min(images, images / 4 + 2 * sum + spread);
    return new SubnetMeasured(
        images,
        clean,
        Math.min(clean, images / 8 + sum + spread),
        Set.of(),
        evaluation.datasetDigest(),
        environment);
  }

  /**
   * On its own images each subnet reaches what it was measured to; on the others' halfway to clean.
   */
  public static TransferMeasured transferred(Work.TransferMatrix matrix, String environment) {
    List<SubnetMeasured> alone =
        matrix.genotypes().stream()
            .map(
                genotype ->
                    new Work.Evaluate(
                        matrix.dataset(),
                        matrix.datasetDigest(),
                        matrix.space(),
                        matrix.supernet(),
                        genotype,
                        matrix.protocol()))
            .map(evaluation -> measured(evaluation, environment))
            .toList();
    return new TransferMeasured(
        matrix.protocol().images(),
        alone.stream().map(SubnetMeasured::cleanCorrect).toList(),
        alone.stream()
            .map(source -> alone.stream().map(target -> correct(source, target)).toList())
            .toList(),
        matrix.datasetDigest(),
        environment);
  }

  private static int correct(SubnetMeasured source, SubnetMeasured target) {
    return source.equals(target)
        ? target.adversarialCorrect()
        : (target.adversarialCorrect() + target.cleanCorrect()) / 2;
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
