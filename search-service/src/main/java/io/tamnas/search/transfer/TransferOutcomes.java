package io.tamnas.search.transfer;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.TaskResult.TransferMeasured;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.job.TransferOwner;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.UnusableResult;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what transfer matrices come to. The subject of their tasks is their number. */
@Component
class TransferOutcomes implements TransferOwner {

  private static final Logger log = LoggerFactory.getLogger(TransferOutcomes.class);

  private final TransferRows rows;
  private final Clock clock;

  TransferOutcomes(TransferRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void measured(Task task, Work.TransferMatrix work, TransferMeasured result) {
    check(work, result);
    rows.succeed(task.job(), number(task), result, clock.instant());
    log.info("transfer matrix {} of job {} is measured", task.subject(), task.job());
  }

  @Override
  public void failed(Task task, FailureClass failureClass, String reason) {
    rows.fail(task.job(), number(task), failureClass, reason, clock.instant());
    log.info("transfer matrix {} of job {} has failed: {}", task.subject(), task.job(), reason);
  }

  private static int number(Task task) {
    return Integer.parseInt(task.subject());
  }

  private static void check(Work.TransferMatrix work, TransferMeasured result) {
    EvaluationProtocol protocol = work.protocol();
    if (result.images() != protocol.images()) {
      throw new UnusableResult(
          "the protocol asks for " + protocol.images() + " images, not " + result.images());
    }
    if (result.cleanCorrect().size() != work.genotypes().size()) {
      throw new UnusableResult(
          "the task is about "
              + work.genotypes().size()
              + " subnets, the result about "
              + result.cleanCorrect().size());
    }
    if (!result.datasetDigest().equals(work.datasetDigest())) {
      throw new UnusableResult(
          "the supernet was trained on data with digest "
              + work.datasetDigest()
              + ", the subnets were measured on "
              + result.datasetDigest());
    }
  }
}
