package io.tamnas.trainer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A worker that trains supernets. */
@SpringBootApplication
public class TrainerWorker {
  public static void main(String[] arguments) {
    SpringApplication.run(TrainerWorker.class, arguments);
  }
}
