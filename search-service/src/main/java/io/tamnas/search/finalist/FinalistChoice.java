package io.tamnas.search.finalist;

import io.tamnas.search.generation.Born;
import io.tamnas.space.Genotype;
import java.util.List;
import java.util.Optional;

/** A stand-in until the rule is merged. */
final class FinalistChoice {
  private FinalistChoice() {}

  static List<Genotype> of(List<Born> front, Optional<Genotype> knee, int count) {
    return front.stream().map(Born::genotype).limit(count).toList();
  }
}
