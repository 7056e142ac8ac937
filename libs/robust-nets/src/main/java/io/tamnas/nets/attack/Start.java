package io.tamnas.nets.attack;

/** Where an attack begins. */
public enum Start {
  /** At the image itself. */
  CLEAN,
  /** Uniformly in the ball, clipped to the range of pixels. */
  RANDOM
}
