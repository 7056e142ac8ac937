package io.tamnas.benchmarks.side;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tamnas.benchmarks.training.PeerFiles;
import io.tamnas.benchmarks.training.StepsOfPaths;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.SupernetTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains anew from the first weights; the time is that of the steps alone. */
final class TrainingTurn implements Turn {
  /** Before the timed steps: the losses of one, two and three steps under a faint attack. */
  private static final List<Integer> LENGTHS = List.of(1, 2, 3, StepsOfPaths.STEPS);

  private final StepsOfPaths steps;
  private final CraftingStatistics crafting;
  private final Path work;
  private final JsonArray faint = new JsonArray();

  TrainingTurn(Path shared, Path exchange, CraftingStatistics crafting) {
    this.steps = StepsOfPaths.read(shared);
    this.crafting = crafting;
    this.work = exchange;
    new PeerFiles(steps).write(exchange, LENGTHS);
    for (int length : LENGTHS.subList(0, LENGTHS.size() - 1)) {
      faint.add(train(length, StepsOfPaths.FAINT_ATTACK).loss());
    }
  }

  @Override
  public JsonObject take() {
    StepTimes times = train(StepsOfPaths.STEPS, StepsOfPaths.ATTACK);
    JsonArray losses = faint.deepCopy();
    losses.add(times.loss());
    JsonObject outcome = new JsonObject();
    outcome.addProperty("milliseconds", times.milliseconds());
    outcome.add("losses", losses);
    return outcome;
  }

  private StepTimes train(int count, InnerAttack attack) {
    StepTimes times = new StepTimes();
    SupernetTraining training =
        new SupernetTraining(
            steps.space(),
            steps.dataset(),
            StepsOfPaths.recipe(count, attack, crafting),
            StepsOfPaths.SEED);
    try {
      Files.delete(training.train(times, work, Optional.empty()).file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }
}
