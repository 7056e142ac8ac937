package io.tamnas.search.transfer;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.front.GenotypeView;
import io.tamnas.search.front.ProtocolText;
import io.tamnas.search.measurement.Accuracy;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes stored matrices as people see them. */
@Component
class TransferViews {

  private final Tasks tasks;

  TransferViews(Tasks tasks) {
    this.tasks = tasks;
  }

  TransferMatrixView of(StoredMatrix stored) {
    TaskStanding task =
        tasks
            .standing(stored.job(), TaskKind.TRANSFER_MATRIX, String.valueOf(stored.number()))
            .orElseThrow();
    return new TransferMatrixView(
        stored.job(),
        stored.number(),
        state(task),
        progress(task),
        stored.work().supernet(),
        protocol(stored),
        subnets(stored.work(), stored.result()),
        matrix(stored.result()),
        failure(stored, task),
        stored.createdAt(),
        stored.endedAt(),
        TransferMatrixView.Links.of(stored.job(), stored.number()));
  }

  private static TransferState state(TaskStanding task) {
    return switch (task.state()) {
      case READY -> TransferState.QUEUED;
      case RUNNING -> TransferState.RUNNING;
      case SUCCEEDED -> TransferState.SUCCEEDED;
      case FAILED, CANCELLED -> TransferState.FAILED;
    };
  }

  private static double progress(TaskStanding task) {
    return switch (task.state()) {
      case RUNNING -> task.progress();
      case SUCCEEDED -> 1;
      case READY, FAILED, CANCELLED -> 0;
    };
  }

  private static TransferMatrixView.Protocol protocol(StoredMatrix stored) {
    EvaluationProtocol protocol = stored.work().protocol();
    TransferMeasured result = stored.result();
    return new TransferMatrixView.Protocol(
        ProtocolText.of(protocol),
        protocol.attack(),
        "validation",
        protocol.images(),
        protocol.seed(),
        protocol.recalibrationImages(),
        stored.work().datasetDigest(),
        result == null ? null : result.numericEnvironment());
  }

  private static List<TransferMatrixView.Subnet> subnets(
      Work.TransferMatrix work, @Nullable TransferMeasured result) {
    SearchSpace space = SearchSpace.parse(work.space());
    GenotypeText text = new GenotypeText(space);
    List<Genotype> genotypes = work.genotypes().stream().map(Genotype::new).toList();
    return IntStream.range(0, genotypes.size())
        .mapToObj(
            i ->
                new TransferMatrixView.Subnet(
                    GenotypeView.of(genotypes.get(i), text),
                    NetworkCost.of(space, genotypes.get(i)).parameters(),
                    result == null
                        ? null
                        : Accuracy.of(result.cleanCorrect().get(i), result.images())))
        .toList();
  }

  private static @Nullable List<List<Accuracy>> matrix(@Nullable TransferMeasured result) {
    return result == null
        ? null
        : result.correct().stream()
            .map(row -> row.stream().map(count -> Accuracy.of(count, result.images())).toList())
            .toList();
  }

  private static TransferMatrixView.@Nullable Failure failure(
      StoredMatrix stored, TaskStanding task) {
    StoredMatrix.Failure failure = stored.failure();
    if (failure != null) {
      return new TransferMatrixView.Failure(failure.failureClass(), failure.reason());
    }
    return task.state() == TaskStanding.State.CANCELLED
        ? new TransferMatrixView.Failure(
            null, "it was ended together with its search job; ask for another one")
        : null;
  }
}
