package io.tamnas.search.health;

import io.tamnas.search.artifact.Artifacts;
import io.tamnas.search.pulse.Question;
import io.tamnas.search.pulse.Unanswered;
import java.nio.file.FileSystemException;
import java.util.Objects;
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
    try {
      Question.ask(
          () -> {
            artifacts.requireWritable();
            return true;
          },
          settings.answer());
      return verdict.up();
    } catch (Unanswered e) {
      return verdict.down("nothing can be stored: " + reason(e));
    }
  }

  /** Without the names of files. */
  private static String reason(Unanswered unanswered) {
    return unanswered.getCause() instanceof FileSystemException file
        ? Objects.requireNonNullElse(file.getReason(), file.getClass().getSimpleName())
        : String.valueOf(unanswered.getMessage());
  }
}
