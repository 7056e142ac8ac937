package io.tamnas.benchmarks.results;

import io.tamnas.nets.training.Augmentation;
import io.tamnas.nets.training.CraftingStatistics;
import io.tamnas.nets.training.InnerAttack;
import io.tamnas.nets.training.Loss;
import io.tamnas.nets.training.Mirror;
import io.tamnas.nets.training.Optimizer;
import io.tamnas.nets.training.Paths;
import io.tamnas.nets.training.Schedule;
import io.tamnas.nets.training.TrainingRecipe;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import java.util.List;
import java.util.function.UnaryOperator;

/** The supernets of the tables: a base, and what differs from it in one setting. */
final class Rows {
  private static final double EPSILON = 8 / 255.0;

  private final int steps;

  Rows(int steps) {
    this.steps = steps;
  }

  List<Row> all() {
    return List.of(
        nano("base", "base: own path crafts, both warm-ups, cross-entropy", same -> same),
        nano(
            "source-largest",
            "the largest subnet crafts",
            r -> r.source(new Paths.Source.Largest())),
        nano(
            "source-smallest",
            "the smallest subnet crafts",
            r -> r.source(new Paths.Source.Smallest())),
        nano(
            "source-random",
            "a random other subnet crafts",
            r -> r.source(new Paths.Source.RandomOther())),
        nano(
            "source-mean",
            "own path and a random other craft by their mean gradient",
            r -> r.source(new Paths.Source.Mean(2))),
        nano("no-epsilon-warmup", "ε from the first step", r -> r.epsilonWarmup(0)),
        nano("no-scale-warmup", "all channel scales from the first step", r -> r.scaleWarmup(0)),
        nano("no-warmups", "neither warm-up", r -> r.epsilonWarmup(0).scaleWarmup(0)),
        nano("trades", "TRADES, β 6", r -> r.loss(new Loss.Trades(6, 0))),
        nano("mart", "MART, β 5", r -> r.loss(new Loss.Mart(5, 0))),
        nano("frozen", "crafting on frozen statistics", r -> r.crafting(CraftingStatistics.FROZEN)),
        nano("averaging", "weights averaged, decay 0.995", r -> r.averaging(0.995)),
        nano("perturbation", "weights perturbed, γ 0.005", r -> r.weightPerturbation(0.005)),
        nano("pgd-3", "PGD-3 crafts", r -> r.attack(new InnerAttack.Pgd(EPSILON, EPSILON / 2, 3))),
        nano(
            "adamw",
            "AdamW, rate 0.003",
            r -> r.optimizer(new Optimizer.AdamW(0.003, 0.9, 0.999, 1e-8, 0.01, 5))),
        nano(
            "one-cycle",
            "one-cycle rate",
            r -> r.schedule(new Schedule(Schedule.Kind.ONE_CYCLE, 0.3))),
        nano(
            "sandwich",
            "sandwich of 3 paths, one adversarial batch",
            r -> r.paths(new Paths(new Paths.Policy.Sandwich(), 3, 3, new Paths.Source.Own()))),
        row("tam-eighth", "space tam at width 1/8", Preset.TAM, PresetWidth.EIGHTH, same -> same),
        row(
            "tam-quarter",
            "space tam at width 1/4",
            Preset.TAM,
            PresetWidth.QUARTER,
            same -> same));
  }

  private Row nano(String name, String difference, UnaryOperator<Variant> change) {
    return row(name, difference, Preset.TAM_NANO, PresetWidth.FULL, change);
  }

  private Row row(
      String name,
      String difference,
      Preset preset,
      PresetWidth width,
      UnaryOperator<Variant> change) {
    return new Row(name, difference, preset, width, change.apply(base()).recipe());
  }

  private Variant base() {
    return new Variant(
        new TrainingRecipe(
            steps,
            64,
            new Loss.CrossEntropy(0),
            new InnerAttack.FgsmRandomStart(EPSILON, 1.25 * EPSILON, 0),
            CraftingStatistics.BATCH,
            0.5,
            0.3,
            new Paths(new Paths.Policy.Uniform(), 1, 1, new Paths.Source.Own()),
            new Optimizer.Sgd(0.15, 0.9, 5e-4, 5),
            new Schedule(Schedule.Kind.COSINE, 0.05),
            0,
            0,
            new Augmentation(4, Mirror.RANDOM, 0)));
  }
}
