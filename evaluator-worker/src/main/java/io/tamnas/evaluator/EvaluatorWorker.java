package io.tamnas.evaluator;

import io.tamnas.worker.WorkerProcess;
import io.tamnas.worker.WorkerRuntime;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** A worker that measures subnets. */
@SpringBootApplication
@Import(WorkerRuntime.class)
public class EvaluatorWorker {
  public static void main(String[] arguments) {
    WorkerProcess.run(EvaluatorWorker.class, arguments);
  }
}
