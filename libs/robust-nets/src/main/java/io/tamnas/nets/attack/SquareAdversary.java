package io.tamnas.nets.attack;

import ai.djl.ndarray.NDManager;

/** The square attack on a batch. */
record SquareAdversary(Attack.Square attack, Starts starts) implements Adversary {

  @Override
  public int[] survivors(Victims victims, Finals finals) {
    try (NDManager scratch = victims.images().getManager().newSubManager()) {
      return new SquareSearch(victims.classifier(), attack, scratch)
          .attack(Pixels.of(victims.images()), victims.labels(), victims.numbers(), starts)
          .tell(finals, scratch);
    }
  }
}
