package io.tamnas.quickstart.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file that names the processes of a run, so that the next run can end those whose launcher was
 * killed before it could. A process is known by its number and the moment of its start.
 */
record Census(Path file) {

  private static final Duration GRACE = Duration.ofSeconds(10);

  void add(ProcessHandle process) {
    String line = identity(process) + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new HouseException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Ends those that still live, last started first. */
  void endAll() {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      lines.reversed().forEach(line -> find(line).ifPresent(Census::end));
    } catch (IOException e) {
      throw new HouseException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    String pid = line.substring(0, Math.max(0, line.indexOf(' ')));
    return pid.matches("\\d{1,18}")
        ? ProcessHandle.of(Long.parseLong(pid)).filter(found -> identity(found).equals(line))
        : Optional.empty();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String identity(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
  }
}
