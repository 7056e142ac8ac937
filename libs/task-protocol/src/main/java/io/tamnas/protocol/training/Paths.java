package io.tamnas.protocol.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Which paths a step trains, and against whose images. Their gradients are averaged into one
 * update.
 *
 * @param perStep how many paths train in a step
 * @param perBatch how many of them share one crafted batch; divides {@code perStep}
 * @param source whose gradient crafts it
 */
public record Paths(Policy policy, int perStep, int perBatch, Source source) {

  /** How paths are drawn. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Uniform.class, name = "uniform"),
    @JsonSubTypes.Type(value = ParameterBins.class, name = "parameter-bins"),
    @JsonSubTypes.Type(value = Sandwich.class, name = "sandwich")
  })
  public sealed interface Policy {}

  /** Each choice uniform (Guo et al. 2019, arXiv 1904.00420, section 3). */
  public record Uniform() implements Policy {}

  /** First one of that many equally wide ranges of parameter counts, then a path in it. */
  public record ParameterBins(int bins) implements Policy {}

  /** The largest, the smallest, then uniform ones (Yu, Huang 2019, arXiv 1903.05134). */
  public record Sandwich() implements Policy {}

  /** Whose gradient crafts the images that a group of paths shares. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Own.class, name = "own"),
    @JsonSubTypes.Type(value = Largest.class, name = "largest"),
    @JsonSubTypes.Type(value = Smallest.class, name = "smallest"),
    @JsonSubTypes.Type(value = RandomOther.class, name = "random-other"),
    @JsonSubTypes.Type(value = Mean.class, name = "mean")
  })
  public sealed interface Source {}

  /** The group's first path. */
  public record Own() implements Source {}

  /** The path with the most parameters. */
  public record Largest() implements Source {}

  /** The path with the fewest parameters. */
  public record Smallest() implements Source {}

  /** A uniformly drawn path that is none of the group. */
  public record RandomOther() implements Source {}

  /** The mean of the gradients of that many paths, the group's first among them. */
  public record Mean(int sources) implements Source {}
}
