package io.tamnas.quickstart.house;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process of its own, whose output goes to a file. */
public final class ChildProcess implements Resident {

  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  /** Settings of other programs in the user's shell that would change what the services do. */
  private static final Pattern FOREIGN =
      Pattern.compile("(SPRING|TAMNAS|SERVER|MANAGEMENT|LOGGING|PG)_?[A-Z0-9_]*");

  private final String name;
  private final Path log;
  private final Process process;
  private volatile boolean stopping;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it with the given settings, without what a shell may hold for other programs.
   *
   * @throws HouseException where the program cannot be run
   */
  public static ChildProcess start(ChildCommand command) {
    ProcessBuilder builder =
        new ProcessBuilder(command.arguments())
            .directory(command.directory().toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(NullDevice.file()))
            .redirectOutput(Redirect.appendTo(command.log().toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(FOREIGN.asMatchPredicate());
    environment.putAll(command.environment());
    try {
      return new ChildProcess(command.name(), command.log(), builder.start());
    } catch (IOException e) {
      throw new HouseException(command.name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public Optional<String> obituary() {
    if (stopping || process.isAlive()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s ended with exit code %d. The end of %s:%n%s"
            .formatted(name, process.exitValue(), log, LogTail.of(log)));
  }

  /** Ends it as a power cut would. */
  public void kill() {
    stopping = true;
    process.destroyForcibly();
    await(AFTER_KILL);
  }

  /** Waits for the end and gives the exit code. */
  public int awaitExit(Duration deadline) {
    if (!await(deadline)) {
      throw new HouseException(name + " did not end within " + deadline.toSeconds() + " s");
    }
    return process.exitValue();
  }

  @Override
  public void stop(Duration grace) {
    stopping = true;
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    if (!await(grace)) {
      process.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
    if (!await(AFTER_KILL)) {
      throw new HouseException(name + " (process " + process.pid() + ") cannot be ended");
    }
  }

  private boolean await(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
