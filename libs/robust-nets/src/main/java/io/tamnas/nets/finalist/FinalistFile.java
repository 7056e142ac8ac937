package io.tamnas.nets.finalist;

import ai.djl.ndarray.NDManager;
import io.tamnas.nets.block.NormedConvolution;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.checkpoint.Header;
import io.tamnas.nets.checkpoint.InvalidCheckpointException;
import io.tamnas.nets.checkpoint.TensorFile;
import io.tamnas.nets.checkpoint.TensorFileWriter;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.supernet.ParameterTensors;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.SearchSpace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finalist on disk: its weights, scales and shifts, running statistics and the statistics of the
 * pixels; and of which space and genotype it is, on which data it was trained and how.
 */
public final class FinalistFile {
  private static final String KIND = "finalist";

  private FinalistFile() {}

  /**
   * Writes a finalist.
   *
   * @param values in the plan of {@link SupernetPlan#ofNetwork} for the space and the genotype
   * @param space in which the genotype was found
   * @param origin how the values came to be, such as recipe and seed
   * @return SHA-256 of the file
   */
  public static String write(
      Path file,
      Supernet values,
      SearchSpace space,
      Genotype genotype,
      String datasetDigest,
      Map<String, String> origin) {
    Map<String, String> entries = new LinkedHashMap<>(identity(space, genotype, datasetDigest));
    entries.putAll(origin);
    ParameterTensors tensors = new ParameterTensors(values.plan(), "");
    return new TensorFileWriter(new Header(entries), tensors.tensors())
        .write(file, tensor -> values.full(tensors.parameter(tensor)).toFloatArray());
  }

  /**
   * Reads a finalist.
   *
   * @param dataset on which it was trained
   * @param manager closes its values
   * @throws InvalidCheckpointException where the file is damaged, of another network or other data,
   *     or has a value that none of its kind can have
   * @throws IllegalArgumentException where space, genotype and data set do not fit one another
   */
  public static Finalist read(
      Path file, SearchSpace space, Genotype genotype, Dataset dataset, NDManager manager) {
    SupernetPlan.requireFit(space, dataset);
    SupernetPlan plan = SupernetPlan.ofNetwork(space, genotype);
    TensorFile content = TensorFile.read(file, new ParameterTensors(plan, "").tensors());
    content.require(identity(space, genotype, dataset.digest()));
    check(file, plan, content);
    return new Finalist(Supernet.of(plan, parameter -> content.values(parameter.name()), manager));
  }

  private static Map<String, String> identity(
      SearchSpace space, Genotype genotype, String datasetDigest) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("kind", KIND);
    identity.put("space", space.text());
    identity.put("genotype", new GenotypeText(space).write(genotype));
    identity.put("dataset", datasetDigest);
    return identity;
  }

  private static void check(Path file, SupernetPlan plan, TensorFile content) {
    for (Parameter parameter : plan.parameters()) {
      requireAtLeast(file, content, parameter, -Float.MAX_VALUE);
    }
    NetworkPlan network = plan.widest();
    requireAtLeast(file, content, network.pixelDeviation(), Float.MIN_VALUE);
    for (NormedConvolution unit : network.units()) {
      requireAtLeast(file, content, unit.runningVariance(), 0);
    }
  }

  private static void requireAtLeast(
      Path file, TensorFile content, Parameter parameter, float least) {
    for (float value : content.values(parameter.name())) {
      if (!Float.isFinite(value) || value < least) {
        throw new InvalidCheckpointException(file, "has " + value + " in " + parameter.name());
      }
    }
  }
}
