package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.Parameter;
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
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A training at rest: weights, their traces, the numbers that it carries and how many steps are
 * done, from which every schedule, order and draw follows.
 *
 * @param traces that the training remembers
 * @param identity what makes another training's checkpoint useless here
 */
record TrainingCheckpoint(
    SupernetPlan plan, Set<Trace> traces, int steps, Map<String, String> identity) {
  private static final String WEIGHTS = "weights/";
  private static final String STEP = "step";

  TrainingCheckpoint {
    traces = Collections.unmodifiableSet(EnumSet.copyOf(traces));
  }

  /**
   * Writes the state after that many steps.
   *
   * @throws DivergedException where a weight is no number any more; a file that is there stays
   */
  void write(Path file, TrainingState state, int step) {
    requireNumbers(state.weights(), step);
    Map<String, String> entries = new LinkedHashMap<>(identity);
    entries.put(STEP, Integer.toString(step));
    entries.putAll(state.numbers().entries());
    Map<NamedTensor, NDArray> values = new LinkedHashMap<>();
    put(values, WEIGHTS, state.weights());
    traces.forEach(trace -> put(values, trace.prefix(), state.trace(trace)));
    new TensorFileWriter(new Header(entries), List.copyOf(values.keySet()))
        .write(file, tensor -> Objects.requireNonNull(values.get(tensor)).toFloatArray());
  }

  private void put(Map<NamedTensor, NDArray> values, String prefix, Supernet supernet) {
    ParameterTensors tensors = new ParameterTensors(plan, prefix);
    tensors.tensors().forEach(t -> values.put(t, supernet.full(tensors.parameter(t))));
  }

  /**
   * Lets weights pass, as they are after that many steps.
   *
   * @throws DivergedException where one is no number any more
   */
  static void requireNumbers(Supernet weights, int step) {
    for (Parameter parameter : weights.plan().parameters()) {
      try (NDArray sum = weights.full(parameter).abs().sum()) {
        if (!Float.isFinite(sum.getFloat())) {
          throw new DivergedException(step - 1, parameter.name() + " is not finite");
        }
      }
    }
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
    Map<Trace, Supernet> read = new EnumMap<>(Trace.class);
    traces.forEach(trace -> read.put(trace, read(content, trace.prefix(), manager)));
    Supernet weights = read(content, WEIGHTS, manager);
    return new Resumed(
        new TrainingState(manager, weights, read, NamedNumbers.read(file, content.header())),
        step(file, content.header().value(STEP)));
  }

  private Supernet read(TensorFile content, String prefix, NDManager manager) {
    return Supernet.of(plan, p -> content.values(prefix + p.name()), manager);
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
    traces.forEach(t -> tensors.addAll(new ParameterTensors(plan, t.prefix()).tensors()));
    return tensors;
  }
}
