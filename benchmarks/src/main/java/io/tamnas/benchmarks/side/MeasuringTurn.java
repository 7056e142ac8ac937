package io.tamnas.benchmarks.side;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import io.tamnas.benchmarks.fixture.ReferenceNetwork;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.attack.Verdicts;
import io.tamnas.nets.network.Classifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Folds the reference network and attacks it, batch by batch, as the evaluator measures. */
final class MeasuringTurn implements Turn {
  private static final int BATCH = Integer.getInteger("benchmarks.measuring.batch", 64);
  private final ReferenceNetwork network;
  private final NDManager manager;
  private final Attack attack;
  private final int[] labels;
  private final List<NDArray> batches = new ArrayList<>();

  MeasuringTurn(Path shared, NDManager manager, Attack attack) {
    this.network = new ReferenceNetwork(shared, manager);
    this.manager = manager;
    this.attack = attack;
    this.labels = network.labels();
    for (int from = 0; from < ReferenceNetwork.IMAGES; from += BATCH) {
      batches.add(network.images(from, Math.min(ReferenceNetwork.IMAGES, from + BATCH)));
    }
  }

  @Override
  public JsonObject take() {
    long began = System.nanoTime();
    String verdicts = verdicts();
    JsonObject outcome = Turn.since(began);
    outcome.addProperty("verdicts", verdicts);
    return outcome;
  }

  private String verdicts() {
    StringBuilder marks = new StringBuilder();
    try (NDManager scratch = manager.newSubManager()) {
      Classifier folded = network.folded(scratch);
      Attacker attacker = new Attacker(folded, attack, Starts.seeded(0, ReferenceNetwork.PIXELS));
      for (NDArray batch : batches) {
        int first = marks.length();
        int[] own = Arrays.copyOfRange(labels, first, first + (int) batch.getShape().get(0));
        append(attacker.judge(batch, own, first), marks);
      }
    }
    return marks.toString();
  }

  private static void append(Verdicts verdicts, StringBuilder marks) {
    for (boolean robust : verdicts.robust()) {
      marks.append(robust ? '1' : '0');
    }
  }
}
