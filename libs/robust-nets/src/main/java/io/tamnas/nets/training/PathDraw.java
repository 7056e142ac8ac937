package io.tamnas.nets.training;

import io.tamnas.nets.random.SplitMix;
import io.tamnas.nets.training.Paths.Policy;
import io.tamnas.nets.training.Paths.Source;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which paths a step trains and against whom their images are crafted. */
final class PathDraw {
  /** A space of one path has no other. */
  private static final int MOST_DRAWS = 100;

  private final OpenChoices choices;
  private final Paths paths;
  private final long seed;

  PathDraw(SearchSpace space, Warmup scales, Paths paths, long seed) {
    this.choices = new OpenChoices(space, scales);
    this.paths = paths;
    this.seed = seed;
  }

  /**
   * Paths that share one crafted batch.
   *
   * @param trained at least one
   * @param sources whose gradients craft, at least one
   */
  record Group(List<Genotype> trained, List<Genotype> sources) {
    Group {
      trained = List.copyOf(trained);
      sources = List.copyOf(sources);
    }
  }

  /** The groups of a step, in order. */
  List<Group> at(int step) {
    List<Genotype> trained =
        IntStream.range(0, paths.perStep()).mapToObj(path -> trained(step, path)).toList();
    List<Group> groups = new ArrayList<>();
    for (int first = 0; first < trained.size(); first += paths.perBatch()) {
      int end = Math.min(first + paths.perBatch(), trained.size());
      List<Genotype> members = trained.subList(first, end);
      groups.add(new Group(members, sources(step, groups.size(), members)));
    }
    return groups;
  }

  private Genotype trained(int step, int path) {
    RandomGenerator random = random("path", step, path);
    return switch (paths.policy()) {
      case Policy.Uniform _ -> choices.draw(step, random);
      case Policy.ParameterBins bins ->
          ParameterRange.of(choices, step, random.nextInt(bins.bins()), bins.bins())
              .draw(choices, step, random);
      case Policy.Sandwich _ ->
          switch (path) {
            case 0 -> choices.largest(step);
            case 1 -> choices.smallest(step);
            default -> choices.draw(step, random);
          };
    };
  }

  private List<Genotype> sources(int step, int group, List<Genotype> members) {
    RandomGenerator random = random("source", step, group);
    return switch (paths.source()) {
      case Source.Own _ -> List.of(members.getFirst());
      case Source.Largest _ -> List.of(choices.largest(step));
      case Source.Smallest _ -> List.of(choices.smallest(step));
      case Source.RandomOther _ -> List.of(other(step, members, random));
      case Source.Mean mean ->
          Stream.concat(
                  Stream.of(members.getFirst()),
                  Stream.generate(() -> choices.draw(step, random)).limit(mean.paths() - 1))
              .toList();
    };
  }

  private Genotype other(int step, List<Genotype> members, RandomGenerator random) {
    return Stream.generate(() -> choices.draw(step, random))
        .limit(MOST_DRAWS)
        .filter(drawn -> !members.contains(drawn))
        .findFirst()
        .orElse(members.getFirst());
  }

  private RandomGenerator random(String purpose, int step, int index) {
    return index == 0 ? SplitMix.of(seed, purpose, step) : SplitMix.of(seed, purpose, step, index);
  }
}
