package io.tamnas.search.health;

import io.tamnas.search.artifact.Artifacts;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready: an artifact could be stored. */
@Component("artifactsHealthIndicator")
final class ArtifactsHealth implements HealthIndicator {

  private final Artifacts artifacts;
  private final HealthSettings settings;
  private final Verdict verdict = new Verdict("artifacts");

  ArtifactsHealth(Artifacts artifacts, HealthSettings settings) {
    this.artifacts = artifacts;
    this.settings = settings;
  }

  @Override
  public Health health() {
    return new Question(this::write, ArtifactsHealth::reason)
        .complaint(settings.answer())
        .map(verdict::down)
        .orElseGet(verdict::up);
  }

  private Optional<String> write() throws Exception {
    artifacts.requireWritable();
    return Optional.empty();
  }

  private static String reason(Throwable failure) {
    @Nullable String what =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return "nothing can be stored: "
        + Objects.requireNonNullElse(what, failure.getClass().getSimpleName());
  }
}
