package io.tamnas.evaluator.export;

import ai.djl.ndarray.NDManager;
import io.tamnas.evaluator.measuring.AttemptObserver;
import io.tamnas.evaluator.measuring.Measurings;
import io.tamnas.evaluator.measuring.Protocols;
import io.tamnas.evaluator.measuring.Subjects;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.Images;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.export.ExportMismatchException;
import io.tamnas.nets.export.ExportProtocol;
import io.tamnas.nets.export.ExportedNetwork;
import io.tamnas.nets.export.FoldedNetwork;
import io.tamnas.nets.export.Latency;
import io.tamnas.nets.export.LatencyProtocol;
import io.tamnas.nets.export.NetworkExport;
import io.tamnas.nets.export.OnnxModel;
import io.tamnas.nets.export.Origin;
import io.tamnas.nets.export.RefusedFileException;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskFailedException;
import io.tamnas.worker.task.TaskRunner;
import io.tamnas.worker.task.TaskStopped;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Exports finalists; an interrupted export begins anew. A result names the kind of machine under
 * which this worker registered. A file that does not give what its network gives, or that ONNX
 * Runtime refuses, is not uploaded: the task fails as INVALID, since another attempt would give the
 * same.
 */
@Component
final class ExportRunner implements TaskRunner {
  private final Measurings measurings;
  private final FinalistReader finalists;
  private final WorkerDescription description;

  ExportRunner(Measurings measurings, FinalistReader finalists, WorkerDescription description) {
    this.measurings = measurings;
    this.finalists = finalists;
    this.description = description;
  }

  @Override
  public Set<TaskKind> kinds() {
    return Set.of(TaskKind.EXPORT);
  }

  @Override
  public Interruption interruption() {
    return Interruption.AT_ONCE;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) {
    return switch (work) {
      case Work.Export export -> classified(export, context);
      case Work.TrainSupernet _,
          Work.TrainSubnet _,
          Work.Evaluate _,
          Work.TransferMatrix _,
          Work.Validate _,
          Work.MeasureLatency _ ->
          throw TaskFailedException.invalid("this runner exports; it was given " + work.kind());
    };
  }

  private TaskResult classified(Work.Export work, TaskContext context) {
    try {
      return export(work, context);
    } catch (MeasuringStopped stopped) {
      context.checkContinue();
      throw new IllegalStateException("an export stopped that nobody had asked to", stopped);
    } catch (TaskFailedException | TaskStopped expected) {
      throw expected;
    } catch (ExportMismatchException mismatch) {
      throw new TaskFailedException(
          FailureClass.INVALID,
          "the exported file is not what was trained: " + mismatch.getMessage(),
          mismatch);
    } catch (RefusedFileException refusal) {
      throw new TaskFailedException(
          FailureClass.INVALID,
          "ONNX Runtime refuses the exported file: " + refusal.getMessage(),
          refusal);
    } catch (InvalidDatasetException | IllegalStateException failure) {
      throw new TaskFailedException(
          FailureClass.INFRASTRUCTURE, String.valueOf(failure.getMessage()), failure);
    } catch (InvalidCheckpointException | IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private TaskResult export(Work.Export work, TaskContext context) {
    ExportProtocol protocol = protocol(work);
    Subjects subject = Subjects.of(work.space(), List.of(work.genotype()));
    Dataset dataset =
        measurings.dataset(work.dataset(), work.datasetDigest(), context::checkContinue);
    SupernetPlan.requireFit(subject.space(), dataset);
    Genotype genotype = subject.genotypes().getFirst();
    Origin origin =
        new Origin(
            subject.space().text(),
            new GenotypeText(subject.space()).write(genotype),
            dataset.name());
    try (NDManager manager = Engines.newManager()) {
      FoldedNetwork network =
          finalists.read(
              context.artifact(work.network()), subject.space(), genotype, dataset, manager);
      NetworkExport export = new NetworkExport(protocol, context.directory());
      Split split = work.check().split();
      ExportedNetwork exported =
          export.export(
              network,
              origin,
              images(dataset, split),
              split.name().toLowerCase(Locale.ROOT),
              manager,
              new AttemptObserver(context));
      return result(exported, context.upload(exported.file()));
    }
  }

  private static ExportProtocol protocol(Work.Export work) {
    NetworkProtocol check = work.check();
    return new ExportProtocol(
        Protocols.attack(check.attack()),
        check.images(),
        check.batchSize(),
        check.seed(),
        LatencyProtocol.ofRuns(work.latencyRuns()));
  }

  private static Images images(Dataset dataset, Split split) {
    return switch (split) {
      case VALIDATION -> dataset.validation();
      case TEST -> dataset.test();
    };
  }

  private TaskResult result(ExportedNetwork exported, String artifact) {
    Latency latency = exported.footprint().latency();
    return new TaskResult.NetworkExported(
        artifact,
        exported.footprint().fileBytes(),
        OnnxModel.OPSET,
        exported.agreement().images(),
        exported.agreement().largestDifference(),
        exported.agreement().cleanCorrect(),
        exported.agreement().adversarialCorrect(),
        latency.medianMillis(),
        orNull(exported.footprint().peakMemoryBytes()),
        exported.agreement().runtime(),
        new TaskResult.NetworkExported.Spread(
            latency.lowerQuartileNanos() / 1e6,
            latency.upperQuartileNanos() / 1e6,
            description.machine().orElseThrow()));
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
