package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.require;
import static io.tamnas.nets.training.Guards.requireAtLeast;

/**
 * Which paths a step trains, and against whose images. Their gradients are averaged into one
 * update.
 *
 * @param perStep how many paths train in a step
 * @param perBatch how many of them share one crafted batch
 * @param source whose gradient crafts it
 */
public record Paths(Policy policy, int perStep, int perBatch, Source source) {

  public Paths {
    requireAtLeast(1, "the number of paths per step", perStep);
    require(
        perBatch >= 1 && perBatch <= perStep,
        "from 1 to all " + perStep + " paths of a step share one crafted batch, not " + perBatch);
    require(
        !(policy instanceof Policy.Sandwich) || perStep >= 2,
        "a sandwich has the largest and the smallest path, at least 2 per step, not " + perStep);
  }

  /** One uniformly drawn path, which crafts its own images. */
  public static Paths single() {
    return new Paths(new Policy.Uniform(), 1, 1, new Source.Own());
  }

  String text() {
    return ValueText.of("Paths")
        .with("policy", policy.text())
        .with("perStep", perStep)
        .with("perBatch", perBatch)
        .with("source", source.text())
        .end();
  }

  /** How paths are drawn. */
  public sealed interface Policy {

    /** Each choice uniform (Guo et al. 2019, arXiv 1904.00420, section 3). */
    record Uniform() implements Policy {}

    /** First a range of parameter counts, then a path in it; the ranges are of equal width. */
    record ParameterBins(int bins) implements Policy {
      public ParameterBins {
        require(bins >= 1 && bins <= 100, "there are 1 to 100 parameter bins, not " + bins);
      }
    }

    /** The largest, the smallest, then uniform ones (Yu, Huang 2019, arXiv 1903.05134). */
    record Sandwich() implements Policy {}

    /** One line with every value. */
    default String text() {
      return switch (this) {
        case Uniform _ -> "Uniform[]";
        case ParameterBins bins -> ValueText.of("ParameterBins").with("bins", bins.bins()).end();
        case Sandwich _ -> "Sandwich[]";
      };
    }
  }

  /** Whose gradient crafts the images that a group of paths shares. */
  public sealed interface Source {

    /** The group's first path. */
    record Own() implements Source {}

    /** The path with the most parameters. */
    record Largest() implements Source {}

    /** The path with the fewest parameters. */
    record Smallest() implements Source {}

    /** A uniformly drawn path that is none of the group. */
    record RandomOther() implements Source {}

    /**
     * The group's first path and uniformly drawn others; their gradients are averaged.
     *
     * @param paths how many, with the group's first
     */
    record Mean(int paths) implements Source {
      public Mean {
        requireAtLeast(2, "the number of paths whose gradients are averaged", paths);
      }
    }

    /** One line with every value. */
    default String text() {
      return switch (this) {
        case Own _ -> "Own[]";
        case Largest _ -> "Largest[]";
        case Smallest _ -> "Smallest[]";
        case RandomOther _ -> "RandomOther[]";
        case Mean mean -> ValueText.of("Mean").with("paths", mean.paths()).end();
      };
    }
  }
}
