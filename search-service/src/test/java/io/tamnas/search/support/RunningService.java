package io.tamnas.search.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One service for all tests that need nothing of their own; each test finds it empty. */
public final class RunningService implements BeforeEachCallback {

  private static final class Shared {
    static final Database DATABASE = Database.create();
    static final Path ARTIFACTS = folder();
    static final Service SERVICE = Service.start(DATABASE, ARTIFACTS);

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("artifacts");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Service service() {
    return Shared.SERVICE;
  }

  public Path artifacts() {
    return Shared.ARTIFACTS;
  }

  public Database database() {
    return Shared.DATABASE;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    service();
    empty(Shared.DATABASE);
  }

  /** Empties every table of a service. */
  public static void empty(Database database) {
    database.truncate(
        "artifact",
        "supernet",
        "search_job",
        "measurement",
        "latency",
        "generation",
        "individual",
        "survivor",
        "baseline",
        "baseline_subnet",
        "transfer_matrix",
        "reevaluation",
        "reevaluation_subnet",
        "finalist",
        "finalist_network",
        "teacher",
        "trained_network",
        "probe",
        "worker",
        "task",
        "attempt",
        "past_attempts",
        "past_maker",
        "metric_batch",
        "metric");
  }
}
