package io.tamnas.nets.training;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.checkpoint.Header;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.checkpoint.NamedTensor;
import io.tamnas.nets.checkpoint.TensorFile;
import io.tamnas.nets.checkpoint.TensorFileWriter;
import io.tamnas.nets.supernet.ParameterTensors;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training at rest: weights, momenta and the number of steps done, from which every schedule,
 * order and draw follows.
 *
 * @param identity what makes another training's checkpoint useless here
 */
record TrainingCheckpoint(SupernetPlan plan, int steps, Map<String, String> identity) {
  private static final String WEIGHTS = "weights/";
  private static final String MOMENTA = "momenta/";
  private static final String STEP = "step";

  /** Writes the state after that many steps. */
  void write(Path file, TrainingState state, int step) {
    Map<String, String> entries = new LinkedHashMap<>(identity);
    entries.put(STEP, Integer.toString(step));
    entries.putAll(state.numbers().entries());
    ParameterTensors weights = new ParameterTensors(plan, WEIGHTS);
    ParameterTensors momenta = new ParameterTensors(plan, MOMENTA);
    new TensorFileWriter(new Header(entries), tensors())
        .write(
            file,
            tensor ->
                tensor.name().startsWith(WEIGHTS)
                    ? state.weights().full(weights.parameter(tensor)).toFloatArray()
                    : state.momenta().full(momenta.parameter(tensor)).toFloatArray());
  }

  /** A state and how many steps made it. */
  record Resumed(TrainingState state, int step) {}

  /**
   * Reads a state.
   *
   * @throws InvalidCheckpointException where the file is damaged or of another training
   */
  Resumed read(Path file, NDManager manager) {
    TensorFile content = TensorFile.read(file, tensors());
    content.require(identity);
    Supernet weights = Supernet.of(plan, p -> content.values(WEIGHTS + p.name()), manager);
    Supernet momenta = Supernet.of(plan, p -> content.values(MOMENTA + p.name()), manager);
    return new Resumed(
        new TrainingState(manager, weights, momenta, NamedNumbers.read(file, content.header())),
        step(file, content.header().value(STEP)));
  }

  private int step(Path file, String text) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > steps) {
      throw new InvalidCheckpointException(
          file, "is at step '" + text + "', but the training has steps 0 to " + steps);
    }
    return Integer.parseInt(text);
  }

  private List<NamedTensor> tensors() {
    List<NamedTensor> tensors = new ArrayList<>(new ParameterTensors(plan, WEIGHTS).tensors());
    tensors.addAll(new ParameterTensors(plan, MOMENTA).tensors());
    return tensors;
  }
}
