package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.space.Genotype;
import java.util.List;

/**
 * A re-evaluation that is asked for: checked, with every default filled in.
 *
 * @param protocol on validation images of the job, whatever else it says
 */
public record ReevaluationSettings(Subnets subnets, EvaluationProtocol protocol) {

  /** The most genotypes that can be named. */
  public static final int MOST = 1000;

  /** What is measured again. */
  public sealed interface Subnets {

    /** The job's front as it is when it is asked for. */
    record OfFront() implements Subnets {}

    /** The front of the survivors of a generation, which must be ranked. */
    record OfGeneration(int number) implements Subnets {}

    /** Those, in this order. */
    record Named(List<Genotype> genotypes) implements Subnets {
      public Named {
        genotypes = List.copyOf(genotypes);
      }
    }
  }
}
