package io.tamnas.worker.fake;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.TaskResult;
import io.tamnas.protocol.task.Work;
import io.tamnas.worker.task.TaskContext;
import io.tamnas.worker.task.TaskRunner;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A runner that does what a test tells it. */
public final class FakeRunner implements TaskRunner {
  public static final TaskResult RESULT = new TaskResult.SupernetTrained("a".repeat(64), "digest");

  private final Interruption interruption;
  private final Script script;
  private final AtomicInteger runs = new AtomicInteger();

  /** The work. */
  @FunctionalInterface
  public interface Script {
    TaskResult run(TaskContext context) throws Exception;
  }

  public FakeRunner(Interruption interruption, Script script) {
    this.interruption = interruption;
    this.script = script;
  }

  /** Works until somebody stops it. */
  public static FakeRunner endless(Interruption interruption) {
    return new FakeRunner(interruption, FakeRunner::workForEver);
  }

  /** Works until somebody stops it. */
  public static TaskResult workForEver(TaskContext context) throws Exception {
    for (long step = 1; ; step++) {
      context.checkContinue();
      if (context.wantsCheckpoint()) {
        var file = context.directory().resolve("checkpoint");
        Files.writeString(file, "state at " + step);
        context.checkpoint(step, file);
      }
      Thread.sleep(2);
    }
  }

  /** How often it was called. */
  public int runs() {
    return runs.get();
  }

  @Override
  public Set<TaskKind> kinds() {
    return Set.of(TaskKind.TRAIN_SUPERNET);
  }

  @Override
  public Interruption interruption() {
    return interruption;
  }

  @Override
  public TaskResult run(Work work, TaskContext context) throws Exception {
    runs.incrementAndGet();
    return script.run(context);
  }
}
