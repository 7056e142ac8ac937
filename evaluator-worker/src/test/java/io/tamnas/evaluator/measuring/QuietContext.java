package io.tamnas.evaluator.measuring;

import io.tamnas.worker.task.TaskContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A context in which nothing but the work itself happens. */
public final class QuietContext implements TaskContext {
  private final Path directory;

  public QuietContext(Path directory) {
    this.directory = directory;
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public Optional<Path> lastCheckpoint() {
    return Optional.empty();
  }

  @Override
  public Path artifact(String sha256) {
    return directory.resolve(sha256);
  }

  @Override
  public String upload(Path file) {
    return "a".repeat(64);
  }

  @Override
  public void progress(double share) {}

  @Override
  public void metrics(long step, Map<String, Double> values) {}

  @Override
  public boolean wantsCheckpoint() {
    return false;
  }

  @Override
  public void checkpoint(long step, Path file) {}

  @Override
  public void checkContinue() {}
}
