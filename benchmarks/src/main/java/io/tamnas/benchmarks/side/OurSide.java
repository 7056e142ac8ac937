package io.tamnas.benchmarks.side;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import io.tamnas.benchmarks.fixture.ReferenceNetwork;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.NumericEnvironment;
import io.tamnas.nets.training.CraftingStatistics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program of our side: it says when it is warm, then runs once for each {@code run}. */
public final class OurSide {
  private static final double EPSILON = 8 / 255.0;
  static final Attack PGD = new Attack.Pgd(EPSILON, 2 / 255.0, 20, 1, Start.CLEAN);

  /** Chosen once by {@code benchmarks/run batch-sizes}. */
  private static final int BATCH = 256;

  private OurSide() {}

  /**
   * Waits for its turns until there are no more.
   *
   * @param arguments comparison, shared directory, directory for what the peer reads, warm-up runs
   */
  public static void main(String[] arguments) throws IOException {
    Engines.configure(Integer.parseInt(System.getenv("OMP_NUM_THREADS")), DeviceChoice.CPU);
    Path shared = Path.of(arguments[1]);
    try (NDManager manager = Engines.newManager()) {
      Turn turn = turn(arguments[0], shared, Path.of(arguments[2]), manager);
      for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
        turn.take();
      }
      takeTurns(turn);
    }
  }

  private static Turn turn(String name, Path shared, Path exchange, NDManager manager) {
    return switch (name) {
      case "measuring" -> new MeasuringTurn(shared, manager, PGD, BATCH);
      case "autoattack" ->
          new MeasuringTurn(
              shared, manager, new Attack.AutoAttack(EPSILON), ReferenceNetwork.IMAGES);
      case "training-step" -> new TrainingTurn(shared, exchange, CraftingStatistics.BATCH);
      case "training-step-frozen" -> new TrainingTurn(shared, exchange, CraftingStatistics.FROZEN);
      default -> throw new IllegalArgumentException("there is no side called '" + name + "'");
    };
  }

  private static void takeTurns(Turn turn) throws IOException {
    JsonObject ready = new JsonObject();
    ready.addProperty("ready", true);
    ready.addProperty("engine", NumericEnvironment.describe());
    System.out.println(ready);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (!line.equals("run")) {
        throw new IllegalArgumentException("a turn begins with 'run', not '" + line + "'");
      }
      System.out.println(turn.take());
    }
  }
}
