package io.tamnas.nets.attack;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the description of an attack to what carries it out. */
final class Adversaries {
  private Adversaries() {}

  static Adversary of(Attack attack, Starts starts) {
    return switch (attack) {
      case Attack.Fgsm fgsm ->
          new SteepestAscent(
              new SteepestAscent.Rule(
                  fgsm.epsilon(), fgsm.epsilon(), 1, 1, Start.CLEAN, 0, LogitLosses::crossEntropy),
              starts);
      case Attack.Pgd pgd ->
          new SteepestAscent(
              new SteepestAscent.Rule(
                  pgd.epsilon(),
                  pgd.stepSize(),
                  pgd.steps(),
                  pgd.restarts(),
                  pgd.start(),
                  0,
                  LogitLosses::crossEntropy),
              starts);
      case Attack.MiFgsm momentum ->
          new SteepestAscent(
              new SteepestAscent.Rule(
                  momentum.epsilon(),
                  momentum.stepSize(),
                  momentum.steps(),
                  1,
                  Start.CLEAN,
                  momentum.decay(),
                  LogitLosses::crossEntropy),
              starts);
      case Attack.Cw margin ->
          new SteepestAscent(
              new SteepestAscent.Rule(
                  margin.epsilon(),
                  margin.stepSize(),
                  margin.steps(),
                  margin.restarts(),
                  margin.start(),
                  0,
                  LogitLosses::margin),
              starts);
      case Attack.ApgdCe apgd -> new AutoPgdCrossEntropy(apgd, starts);
      case Attack.ApgdT apgd -> new AutoPgdTargeted(apgd, starts);
      case Attack.FabT fab -> new FabAdversary(fab, starts);
      case Attack.Square square -> new SquareAdversary(square, starts);
      case Attack.AutoAttack ensemble -> ensemble(ensemble.parts(), starts);
      case Attack.Sequence sequence ->
          ensemble(sequence.parts().stream().flatMap(Adversaries::single).toList(), starts);
    };
  }

  /** Attacks of a sequence that are none of several, so that each draws noise of its own. */
  private static Stream<Attack> single(Attack part) {
    return part instanceof Attack.AutoAttack ensemble ? ensemble.parts().stream() : Stream.of(part);
  }

  private static Adversary ensemble(List<Attack> parts, Starts starts) {
    return new Ensemble(
        IntStream.range(0, parts.size())
            .mapToObj(part -> of(parts.get(part), starts.ofPart(part)))
            .toList());
  }
}
