package io.tamnas.protocol.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.Distillation;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks for, complete: a worker needs nothing else but artifacts and its own data
 * directory.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Work.TrainSupernet.class, name = "TRAIN_SUPERNET"),
  @JsonSubTypes.Type(value = Work.Evaluate.class, name = "EVALUATE"),
  @JsonSubTypes.Type(value = Work.TransferMatrix.class, name = "TRANSFER_MATRIX"),
  @JsonSubTypes.Type(value = Work.TrainSubnet.class, name = "TRAIN_SUBNET"),
  @JsonSubTypes.Type(value = Work.Validate.class, name = "VALIDATE"),
  @JsonSubTypes.Type(value = Work.Export.class, name = "EXPORT"),
  @JsonSubTypes.Type(value = Work.MeasureLatency.class, name = "MEASURE_LATENCY")
})
public sealed interface Work {

  @JsonIgnore
  TaskKind kind();

  /**
   * Train a supernet.
   *
   * @param space in the text form of {@code SearchSpace}
   * @param seed of weights, paths, batches, augmentation and noise
   * @param testImages how many images the test split has at least; other data are refused. Absent:
   *     any number
   */
  record TrainSupernet(
      DatasetReference dataset,
      String space,
      TrainingSettings training,
      long seed,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer testImages)
      implements Work {

    /** On data with any number of test images. */
    public TrainSupernet(
        DatasetReference dataset, String space, TrainingSettings training, long seed) {
      this(dataset, space, training, seed, null);
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.TRAIN_SUPERNET;
    }
  }

  /**
   * Measure one subnet.
   *
   * @param datasetDigest of the records and split that the supernet was trained on; other records
   *     are refused
   * @param supernet SHA-256 of the supernet's artifact
   * @param genotype L block genes, then L channel genes
   */
  record Evaluate(
      DatasetReference dataset,
      String datasetDigest,
      String space,
      String supernet,
      List<Integer> genotype,
      EvaluationProtocol protocol)
      implements Work {
    public Evaluate {
      genotype = List.copyOf(genotype);
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.EVALUATE;
    }
  }

  /**
   * Show each of several subnets the adversarial images that are crafted on each of them.
   *
   * @param datasetDigest of the records and split that the supernet was trained on; other records
   *     are refused
   * @param supernet SHA-256 of the supernet's artifact
   * @param genotypes each L block genes, then L channel genes; sources and targets in this order
   * @param protocol its attack has a single run, whose end is the image
   */
  record TransferMatrix(
      DatasetReference dataset,
      String datasetDigest,
      String space,
      String supernet,
      List<List<Integer>> genotypes,
      EvaluationProtocol protocol)
      implements Work {
    public TransferMatrix {
      genotypes = genotypes.stream().map(List::copyOf).toList();
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.TRANSFER_MATRIX;
    }
  }

  /**
   * Train one subnet as a network of its own, with affine normalization.
   *
   * @param datasetDigest of the records and split that the search was made on; other records are
   *     refused
   * @param supernet SHA-256 of the supernet whose weights it begins with; absent: from scratch
   * @param selection which state of the training is the result
   * @param distillation absent: it learns from the labels
   * @param seed of weights, batches, augmentation and noise
   * @param testImages how many images the test split has at least; other data are refused. Absent:
   *     any number
   */
  record TrainSubnet(
      DatasetReference dataset,
      String datasetDigest,
      String space,
      List<Integer> genotype,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String supernet,
      TrainingSettings training,
      CheckpointSelection selection,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Distillation distillation,
      long seed,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer testImages)
      implements Work {
    public TrainSubnet {
      genotype = List.copyOf(genotype);
    }

    /** On data with any number of test images. */
    public TrainSubnet(
        DatasetReference dataset,
        String datasetDigest,
        String space,
        List<Integer> genotype,
        @Nullable String supernet,
        TrainingSettings training,
        CheckpointSelection selection,
        @Nullable Distillation distillation,
        long seed) {
      this(
          dataset,
          datasetDigest,
          space,
          genotype,
          supernet,
          training,
          selection,
          distillation,
          seed,
          null);
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.TRAIN_SUBNET;
    }
  }

  /**
   * Measure a network that was trained on its own.
   *
   * @param datasetDigest of the records and split that it was trained on; other records are refused
   * @param network SHA-256 of its artifact
   */
  record Validate(
      DatasetReference dataset,
      String datasetDigest,
      String space,
      List<Integer> genotype,
      String network,
      NetworkProtocol protocol)
      implements Work {
    public Validate {
      genotype = List.copyOf(genotype);
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.VALIDATE;
    }
  }

  /**
   * Write a network as an ONNX file, and check that file in ONNX Runtime.
   *
   * @param datasetDigest of the records and split that it was trained on; other records are refused
   * @param network SHA-256 of its artifact
   * @param check the images and the attack whose verdicts file and network must share; the attack
   *     has a single run, whose end is the image, and no signs of masked gradients are looked for
   * @param latencyRuns how often a single image is classified on one thread to take the median
   *     time, after a tenth as many warm-ups, at least one
   */
  record Export(
      DatasetReference dataset,
      String datasetDigest,
      String space,
      List<Integer> genotype,
      String network,
      NetworkProtocol check,
      int latencyRuns)
      implements Work {
    public Export {
      genotype = List.copyOf(genotype);
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.EXPORT;
    }
  }

  /**
   * Measure how long one subnet takes for an image. It depends neither on weights nor on data.
   *
   * @param genotype L block genes, then L channel genes
   */
  record MeasureLatency(String space, List<Integer> genotype, LatencyProtocol protocol)
      implements Work {
    public MeasureLatency {
      genotype = List.copyOf(genotype);
    }

    @Override
    @JsonIgnore
    public TaskKind kind() {
      return TaskKind.MEASURE_LATENCY;
    }
  }
}
