package io.tamnas.evaluator.measuring;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.Work;

/** What the measurements of a search have in common, whatever subnets they are of. */
record Series(
    DatasetReference dataset,
    String datasetDigest,
    String space,
    String supernet,
    EvaluationProtocol protocol) {

  static Series of(Work.Evaluate work) {
    return new Series(
        work.dataset(), work.datasetDigest(), work.space(), work.supernet(), work.protocol());
  }

  static Series of(Work.TransferMatrix work) {
    return new Series(
        work.dataset(), work.datasetDigest(), work.space(), work.supernet(), work.protocol());
  }
}
