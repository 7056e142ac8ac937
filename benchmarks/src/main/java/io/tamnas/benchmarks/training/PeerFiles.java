package io.tamnas.benchmarks.training;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.supernet.InitialValues;
import io.tamnas.nets.supernet.PixelStatistics;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.space.Genotype;
import io.tamnas.space.SubnetLayer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Weights, paths, images and noise of the steps as files: {@code plan.json}, and float32 in
 * little-endian order in {@code weights.f32}, {@code images.f32} and {@code noise.f32}.
 */
public final class PeerFiles {
  private final StepsOfPaths steps;
  private final SupernetPlan plan;
  private final Drawn drawn;

  public PeerFiles(StepsOfPaths steps) {
    this.steps = steps;
    this.plan = new SupernetPlan(steps.space());
    this.drawn = new Drawn(steps.space(), steps.dataset());
  }

  /**
   * Writes them.
   *
   * @param lengths of the trainings that the peer shall make, in steps
   */
  public void write(Path directory, List<Integer> lengths) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("plan.json"), plan(lengths).toString());
      writeWeights(directory.resolve("weights.f32"));
      try (OutputStream images = open(directory.resolve("images.f32"));
          OutputStream noise = open(directory.resolve("noise.f32"))) {
        for (int step = 0; step < StepsOfPaths.STEPS; step++) {
          images.write(bytes(drawn.pixels(drawn.images(step))));
          noise.write(bytes(drawn.noise(step)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeWeights(Path file) throws IOException {
    InitialValues initial =
        new InitialValues(
            StepsOfPaths.SEED,
            PixelStatistics.of(steps.dataset().training(), steps.dataset().shape()));
    try (OutputStream weights = open(file)) {
      for (Parameter parameter : plan.parameters()) {
        weights.write(bytes(initial.of(parameter)));
      }
    }
  }

  private JsonObject plan(List<Integer> lengths) {
    JsonObject json = new JsonObject();
    json.add("imageShape", array(3, 32, 32));
    json.add("attack", attack(StepsOfPaths.ATTACK));
    json.add("faintAttack", attack(StepsOfPaths.FAINT_ATTACK));
    json.add("optimizer", optimizer());
    json.add("learningRates", learningRates(lengths));
    json.add("weights", shapes(plan.parameters()));
    JsonArray all = new JsonArray();
    for (int step = 0; step < StepsOfPaths.STEPS; step++) {
      all.add(step(step));
    }
    json.add("steps", all);
    return json;
  }

  private static JsonObject attack(InnerAttack.Pgd attack) {
    JsonObject json = new JsonObject();
    json.addProperty("epsilon", attack.epsilon());
    json.addProperty("stepSize", attack.stepSize());
    json.addProperty("steps", attack.steps());
    return json;
  }

  private static JsonObject optimizer() {
    JsonObject json = new JsonObject();
    json.addProperty("momentum", StepsOfPaths.OPTIMIZER.momentum());
    json.addProperty("weightDecay", StepsOfPaths.OPTIMIZER.weightDecay());
    json.addProperty("clipNorm", StepsOfPaths.OPTIMIZER.clipNorm());
    return json;
  }

  private static JsonObject learningRates(List<Integer> lengths) {
    JsonObject json = new JsonObject();
    for (int length : lengths) {
      JsonArray rates = new JsonArray();
      for (int step = 0; step < length; step++) {
        rates.add(Drawn.learningRate(step, length));
      }
      json.add(Integer.toString(length), rates);
    }
    return json;
  }

  private JsonObject step(int step) {
    Genotype path = drawn.path(step);
    JsonObject json = new JsonObject();
    int[] images = drawn.images(step);
    json.add(
        "labels", array(Arrays.stream(images).map(steps.dataset().training()::label).toArray()));
    json.add("parameters", shapes(plan.path(path).parameters(NetworkScaling.NONE)));
    JsonArray layers = new JsonArray();
    for (SubnetLayer layer : plan.space().subnet(path)) {
      JsonObject entry = new JsonObject();
      entry.addProperty("block", layer.block().text());
      entry.addProperty("stride", layer.stride());
      layers.add(entry);
    }
    json.add("layers", layers);
    return json;
  }

  /** Each a name and a shape. */
  private static JsonArray shapes(List<Parameter> parameters) {
    JsonArray json = new JsonArray();
    for (Parameter parameter : parameters) {
      JsonArray entry = new JsonArray();
      entry.add(parameter.name());
      entry.add(
          array(Arrays.stream(parameter.shape().getShape()).mapToInt(Math::toIntExact).toArray()));
      json.add(entry);
    }
    return json;
  }

  private static JsonArray array(int... numbers) {
    JsonArray json = new JsonArray();
    Arrays.stream(numbers).forEach(json::add);
    return json;
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
