package io.tamnas.trainer;

import io.tamnas.worker.WorkerProcess;
import io.tamnas.worker.WorkerRuntime;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** A worker that trains supernets. */
@SpringBootApplication
@Import(WorkerRuntime.class)
public class TrainerWorker {
  public static void main(String[] arguments) {
    WorkerProcess.run(TrainerWorker.class, arguments);
  }
}
