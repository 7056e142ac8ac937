package io.tamnas.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker as a process: it drains on SIGTERM and then ends with status 0. */
public final class WorkerProcess {
  private WorkerProcess() {}

  /** Starts the application; one that cannot start ends the process with a status other than 0. */
  public static void run(Class<?> application, String... arguments) {
    SpringApplication spring = new SpringApplication(application);
    spring.setRegisterShutdownHook(false);
    ConfigurableApplicationContext context = spring.run(arguments);
    Thread drain = Thread.ofPlatform().name("shutdown").unstarted(() -> end(context));
    Runtime.getRuntime().addShutdownHook(drain);
  }

  /** The virtual machine would report the signal; an orderly end is not a failure. */
  private static void end(ConfigurableApplicationContext context) {
    context.close();
    Runtime.getRuntime().halt(0);
  }
}
