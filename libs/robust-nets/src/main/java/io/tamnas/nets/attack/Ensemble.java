package io.tamnas.nets.attack;

import java.util.List;

/** One attack after the other, each on what the ones before left standing. */
record Ensemble(List<Adversary> parts) implements Adversary {
  Ensemble {
    parts = List.copyOf(parts);
  }

  @Override
  public int[] survivors(Victims victims, Finals finals) {
    return Runs.survivors(
        victims, finals, parts.size(), (left, part, ends) -> parts.get(part).survivors(left, ends));
  }
}
