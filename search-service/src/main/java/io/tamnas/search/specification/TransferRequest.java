package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.space.Genotype;
import java.util.List;

/**
 * A transfer matrix that is asked for: checked, with every default filled in.
 *
 * @param protocol that of the job, with the request's attack and images
 */
public record TransferRequest(Subnets subnets, EvaluationProtocol protocol) {

  /** The most subnets of a matrix. */
  public static final int MOST = 24;

  /** The sources and targets. */
  public sealed interface Subnets {

    /** The job's front as it is when the matrix is asked for. */
    record OfFront() implements Subnets {}

    /** Those, in this order. */
    record Named(List<Genotype> genotypes) implements Subnets {
      public Named {
        genotypes = List.copyOf(genotypes);
      }
    }
  }
}
