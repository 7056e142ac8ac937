package io.tamnas.benchmarks.load.worker;

import io.tamnas.protocol.task.TaskResult.SubnetMeasured;
import io.tamnas.protocol.task.Work;
import java.util.List;
import java.util.Set;

/** A measurement as a function of the genotype: wide channels help, but less and less. */
final class MadeUpMeasurement {

  static final String ENVIRONMENT = "simulated";

  private MadeUpMeasurement() {}

  static SubnetMeasured of(Work.Evaluate work) {
    List<Integer> genes = work.genotype();
    int layers = genes.size() / 2;
    int images = work.protocol().images();
    int width = genes.subList(layers, 2 * layers).stream().mapToInt(Integer::intValue).sum();
    int blocks = genes.subList(0, layers).stream().mapToInt(gene -> gene * gene % 5).sum();
    int clean = Math.min(images, images / 4 + 2 * width + blocks);
    int adversarial = Math.min(clean, images / 8 + width + 2 * blocks);
    return new SubnetMeasured(
        images, clean, adversarial, Set.of(), work.datasetDigest(), ENVIRONMENT);
  }
}
