package io.tamnas.evaluator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A worker that measures subnets. */
@SpringBootApplication
public class EvaluatorWorker {
  public static void main(String[] arguments) {
    SpringApplication.run(EvaluatorWorker.class, arguments);
  }
}
