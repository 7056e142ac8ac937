package io.tamnas.nets.supernet;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.checkpoint.Header;
import io.tamnas.nets.checkpoint.TensorFile;
import io.tamnas.nets.checkpoint.TensorFileWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trained supernet on disk: its weights, and what it was trained on and how. */
public final class SupernetFile {
  private static final String KIND = "supernet";

  private SupernetFile() {}

  /**
   * Writes the weights.
   *
   * @param origin how they came to be, such as recipe and seed
   * @return SHA-256 of the file
   */
  public static String write(
      Path file, Supernet supernet, String datasetDigest, Map<String, String> origin) {
    Map<String, String> entries = new LinkedHashMap<>(identity(supernet.plan(), datasetDigest));
    entries.putAll(origin);
    ParameterTensors tensors = new ParameterTensors(supernet.plan(), "");
    return new TensorFileWriter(new Header(entries), tensors.tensors())
        .write(file, tensor -> supernet.full(tensors.parameter(tensor)).toFloatArray());
  }

  /**
   * Reads the weights.
   *
   * @param manager closes them
   * @throws io.tamnas.nets.checkpoint.InvalidCheckpointException where the file is damaged, or of
   *     another space or other data
   */
  public static Supernet read(
      Path file, SupernetPlan plan, String datasetDigest, NDManager manager) {
    TensorFile content = TensorFile.read(file, new ParameterTensors(plan, "").tensors());
    content.require(identity(plan, datasetDigest));
    return Supernet.of(plan, parameter -> content.values(parameter.name()), manager);
  }

  private static Map<String, String> identity(SupernetPlan plan, String datasetDigest) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("kind", KIND);
    identity.put("space", plan.space().text());
    identity.put("dataset", datasetDigest);
    return identity;
  }
}
