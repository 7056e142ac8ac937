package io.tamnas.protocol.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.List;

/**
 * What a task asks for, complete: a worker needs nothing else but artifacts and its own data
 * directory.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Work.TrainSupernet.class, name = "TRAIN_SUPERNET"),
  @JsonSubTypes.Type(value = Work.Evaluate.class, name = "EVALUATE"),
  @JsonSubTypes.Type(value = Work.TransferMatrix.class, name = "TRANSFER_MATRIX")
})
public sealed interface Work {

  @JsonIgnore
  TaskKind kind();

  /**
   * Train a supernet.
   *
   * @param space in the text form of {@code SearchSpace}
   * @param seed of weights, paths, batches, augmentation and noise
   */
  record TrainSupernet(DatasetReference dataset, String space, TrainingSettings training, long seed)
      implements Work {
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
}
