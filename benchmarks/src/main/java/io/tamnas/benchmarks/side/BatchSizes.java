package io.tamnas.benchmarks.side;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Times the measuring with several batch sizes, in turns: one is chosen once and then stays. */
public final class BatchSizes {
  private static final int[] SIZES = {16, 32, 64, 128, 256};
  private static final int ROUNDS = 5;

  private BatchSizes() {}

  /** Prints the median time of each. */
  public static void main(String[] arguments) {
    Engines.configure(Integer.parseInt(System.getenv("OMP_NUM_THREADS")), DeviceChoice.CPU);
    try (NDManager manager = Engines.newManager()) {
      Map<Integer, Turn> turns = new LinkedHashMap<>();
      for (int size : SIZES) {
        Path shared = Path.of(System.getProperty("benchmarks.shared"));
        turns.put(size, new MeasuringTurn(shared, manager, OurSide.PGD, size));
      }
      Map<Integer, double[]> times = new LinkedHashMap<>();
      for (int round = -1; round < ROUNDS; round++) { // the first one warms up
        for (Map.Entry<Integer, Turn> turn : turns.entrySet()) {
          double milliseconds = turn.getValue().take().get("milliseconds").getAsDouble();
          if (round >= 0) {
            times.computeIfAbsent(turn.getKey(), size -> new double[ROUNDS])[round] = milliseconds;
          }
        }
      }
      times.forEach(BatchSizes::print);
    }
  }

  private static void print(int size, double[] milliseconds) {
    Arrays.sort(milliseconds);
    System.out.printf("batch %d: %.0f ms%n", size, milliseconds[milliseconds.length / 2]);
  }
}
