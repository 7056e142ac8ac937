package io.tamnas.quickstart.front;

import io.tamnas.quickstart.front.Front.Accuracy;
import io.tamnas.quickstart.front.Front.Genotype;
import io.tamnas.quickstart.front.Front.Individual;
import io.tamnas.quickstart.front.Front.Protocol;
import java.util.List;

/** Fronts for tests. */
public final class Fronts {

  private static final String TEXT =
      "shuffle3@0.2 xception-se@0.6 shuffle7@2.0 shuffle5-nl@1.2 shuffle3@0.4 xception@1.8";

  private Fronts() {}

  /** Three subnets, out of order. */
  public static Front three() {
    return new Front(
        "job-1",
        "ab".repeat(32),
        new Protocol("PGD-10, ε 8/255, step 2/255, 512 validation images, seed 1", null),
        List.of(
            individual(2, 30_512, 4_112_345, 260, 175, false),
            individual(0, 3_204, 511_002, 190, 120, false),
            individual(1, 9_876, 1_204_330, 240, 165, true)));
  }

  static Individual individual(
      int gene, long parameters, long multiplyAdds, int clean, int adversarial, boolean knee) {
    return new Individual(
        new Genotype(List.of(gene, 0, 0, 0), TEXT),
        parameters,
        multiplyAdds,
        accuracy(clean),
        accuracy(adversarial),
        null,
        List.of(),
        knee);
  }

  /** The same three, each a little slower than the one before. */
  public static Front threeTimed() {
    Front three = three();
    return new Front(
        three.job(),
        three.supernet(),
        new Protocol(
            three.protocol().text(),
            new Front.LatencyProtocol("median of 200 single images", "a fast processor")),
        three.individuals().stream()
            .map(one -> timed(one, 0.1 * (3 - one.genotype().genes().getFirst())))
            .toList());
  }

  private static Individual timed(Individual one, double millis) {
    return new Individual(
        one.genotype(),
        one.parameters(),
        one.multiplyAdds(),
        one.clean(),
        one.adversarial(),
        new Front.Latency(millis, 0.9 * millis, 1.2 * millis),
        one.warnings(),
        one.knee());
  }

  /** The same subnet with warnings. */
  static Individual warned(Individual individual, Front.Warning... warnings) {
    return new Individual(
        individual.genotype(),
        individual.parameters(),
        individual.multiplyAdds(),
        individual.clean(),
        individual.adversarial(),
        individual.latency(),
        List.of(warnings),
        individual.knee());
  }

  private static Accuracy accuracy(int correct) {
    double share = correct / 512.0;
    return new Accuracy(correct, 512, share, List.of(share - 0.04, share + 0.042));
  }
}
