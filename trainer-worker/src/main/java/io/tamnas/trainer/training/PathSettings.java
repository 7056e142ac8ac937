package io.tamnas.trainer.training;

import io.tamnas.nets.training.Paths;

/** From the paths that cross the wire to those of the learning core. */
final class PathSettings {

  private PathSettings() {}

  static Paths of(io.tamnas.protocol.training.Paths paths) {
    return new Paths(
        policy(paths.policy()), paths.perStep(), paths.perBatch(), source(paths.source()));
  }

  private static Paths.Policy policy(io.tamnas.protocol.training.Paths.Policy policy) {
    return switch (policy) {
      case io.tamnas.protocol.training.Paths.Uniform _ -> new Paths.Policy.Uniform();
      case io.tamnas.protocol.training.Paths.ParameterBins bins ->
          new Paths.Policy.ParameterBins(bins.bins());
      case io.tamnas.protocol.training.Paths.Sandwich _ -> new Paths.Policy.Sandwich();
    };
  }

  private static Paths.Source source(io.tamnas.protocol.training.Paths.Source source) {
    return switch (source) {
      case io.tamnas.protocol.training.Paths.Own _ -> new Paths.Source.Own();
      case io.tamnas.protocol.training.Paths.Largest _ -> new Paths.Source.Largest();
      case io.tamnas.protocol.training.Paths.Smallest _ -> new Paths.Source.Smallest();
      case io.tamnas.protocol.training.Paths.RandomOther _ -> new Paths.Source.RandomOther();
      case io.tamnas.protocol.training.Paths.Mean mean -> new Paths.Source.Mean(mean.sources());
    };
  }
}
