package io.tamnas.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.context.event.ContextRefreshedEvent;

/** A worker as a process: it drains on SIGTERM and then ends with status 0. */
public final class WorkerProcess {
  private WorkerProcess() {}

  /** Starts the application; one that cannot start ends the process with a status other than 0. */
  public static void run(Class<?> application, String... arguments) {
    SpringApplication spring = new SpringApplication(application);
    spring.addListeners((ContextRefreshedEvent started) -> endWithoutFault());
    spring.run(arguments);
  }

  /** The virtual machine would report the signal as its status; an orderly end is no failure. */
  private static void endWithoutFault() {
    SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(0));
  }
}
