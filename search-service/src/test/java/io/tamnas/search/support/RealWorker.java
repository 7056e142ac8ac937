package io.tamnas.search.support;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.WorkerRuntime;
import io.tamnas.worker.identity.WorkerDescription;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A worker with the real runtime, whose trainings count steps up to a last one, and whose
 * measurements never end.
 */
public final class RealWorker implements AutoCloseable {

  private final Steps steps;
  private final Endless endless = new Endless();
  private final ConfigurableApplicationContext context;

  /** Not annotated as a configuration, so that nothing finds it by scanning. */
  @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
  @Import(WorkerRuntime.class)
  static class Application {}

  /** Starts it with its folders in that one; trainings end after that many steps. */
  public RealWorker(String id, Service service, Path folder, long last) {
    steps = new Steps(last);
    context =
        new SpringApplicationBuilder(Application.class)
            .registerShutdownHook(false)
            .initializers(
                application -> {
                  application
                      .getBeanFactory()
                      .registerSingleton("description", new WorkerDescription("cpu", "1", "test"));
                  application.getBeanFactory().registerSingleton("trainings", steps);
                  application.getBeanFactory().registerSingleton("measurements", endless);
                })
            .run(
                "--spring.config.location=classpath:worker.yaml",
                // or its names of schemas would be those of the service's contract in this JVM
                "--springdoc.api-docs.enabled=false",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--tamnas.token=" + Service.TOKEN,
                "--tamnas.service.url=" + service.uri(""),
                "--tamnas.worker.id=" + id,
                "--tamnas.data.root=" + folder,
                "--tamnas.work.directory=" + folder.resolve(id));
  }

  /** The steps that were made, in order; those after a checkpoint that was lost come again. */
  public List<Long> steps() {
    return steps.made;
  }

  /** Lets trainings end after that many steps. */
  public void endAfter(long last) {
    steps.last = last;
  }

  /** Whether a task runs. */
  public boolean isAtWork() {
    return steps.running || endless.running;
  }

  /** As on SIGTERM: returns when the process would end. */
  @Override
  public void close() {
    context.close();
  }

  private static final class Steps implements TaskRunner {
    private volatile long last;
    private final List<Long> made = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Steps(long last) {
      this.last = last;
    }

    @Override
    public Set<TaskKind> kinds() {
      return EnumSet.of(TaskKind.TRAIN_SUPERNET);
    }

    @Override
    public Interruption interruption() {
      return Interruption.AFTER_CHECKPOINT;
    }

    @Override
    public TaskResult run(Work work, TaskContext context) throws Exception {
      running = true;
      try {
        long step = context.lastCheckpoint().map(Steps::read).orElse(0L);
        while (step < last) {
          context.checkContinue();
          step++;
          made.add(step);
          TimeUnit.MILLISECONDS.sleep(2);
          if (context.wantsCheckpoint()) {
            context.checkpoint(step, write(context, step));
          }
        }
        return new TaskResult.SupernetTrained(
            context.upload(write(context, step)), MadeUp.DATASET_DIGEST);
      } finally {
        running = false;
      }
    }

    private static long read(Path checkpoint) {
      try {
        return Long.parseLong(Files.readString(checkpoint));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path write(TaskContext context, long step) throws IOException {
      return Files.writeString(context.directory().resolve("state"), Long.toString(step));
    }
  }

  private static final class Endless implements TaskRunner {
    private volatile boolean running;

    @Override
    public Set<TaskKind> kinds() {
      return EnumSet.of(TaskKind.EVALUATE);
    }

    @Override
    public Interruption interruption() {
      return Interruption.AT_ONCE;
    }

    @Override
    public TaskResult run(Work work, TaskContext context) throws InterruptedException {
      running = true;
      try {
        while (true) {
          context.checkContinue();
          TimeUnit.MILLISECONDS.sleep(2);
        }
      } finally {
        running = false;
      }
    }
  }
}
