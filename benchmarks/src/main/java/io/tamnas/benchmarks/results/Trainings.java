package io.tamnas.benchmarks.results;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.nets.training.TrainedSupernet;
import io.tamnas.nets.training.TrainingObserver;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the supernet of a row, or goes on where an interrupted run left it. */
final class Trainings {
  private static final Logger log = LoggerFactory.getLogger(Trainings.class);
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(30);

  private Trainings() {}

  static Path supernet(
      Row row, SearchSpace space, Dataset dataset, Path directory, Ledger ledger, long seed) {
    Path file = directory.resolve("supernet.tamnas");
    if (ledger.get("supernet").isPresent()) {
      return file;
    }
    Path kept = directory.resolve("kept.tamnas");
    Clocked observer = new Clocked(row.name(), kept, ledger);
    TrainedSupernet trained =
        new SupernetTraining(space, dataset, row.recipe(), seed)
            .train(observer, directory, Optional.of(kept).filter(Files::exists));
    observer.note();
    move(trained.file(), file);
    ledger.put("supernet", trained.sha256());
    return file;
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a checkpoint, and the seconds up to it, now and then. */
  private static final class Clocked implements TrainingObserver {
    private final String row;
    private final Path kept;
    private final Ledger ledger;
    private long began = System.nanoTime();

    Clocked(String row, Path kept, Ledger ledger) {
      this.row = row;
      this.kept = kept;
      this.ledger = ledger;
    }

    private double seconds() {
      return (System.nanoTime() - began) / 1e9;
    }

    void note() {
      ledger.addSeconds("trainingSeconds", seconds());
      began = System.nanoTime();
    }

    @Override
    public void onMetrics(long step, Map<String, Double> metrics) {
      if (step % 200 == 0) {
        log.info("{}: step {} {}", row, step, metrics);
      }
    }

    @Override
    public boolean wantsCheckpoint() {
      return seconds() > BETWEEN_CHECKPOINTS.toSeconds();
    }

    @Override
    public void onCheckpoint(long step, Path file) {
      move(file, kept);
      note();
    }

    @Override
    public void checkContinue() {}

    @Override
    public void onProgress(double share) {}
  }
}
