package io.tamnas.nets.attack;

import ai.djl.ndarray.NDManager;

/** Targeted FAB on a batch. */
record FabAdversary(Attack.FabT attack, Starts starts) implements Adversary {

  @Override
  public int[] survivors(Victims victims, Finals finals) {
    try (NDManager scratch = victims.images().getManager().newSubManager()) {
      return new TargetedFab(victims.classifier(), attack, scratch)
          .attack(Pixels.of(victims.images()), victims.labels(), victims.numbers(), starts)
          .tell(finals, scratch);
    }
  }
}
