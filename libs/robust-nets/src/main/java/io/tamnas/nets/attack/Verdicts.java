package io.tamnas.nets.attack;

/**
 * What a classifier makes of images, one by one.
 *
 * @param correct on the image as it is
 * @param robust correct on it and at every step of every run of the attack
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Verdicts(boolean[] correct, boolean[] robust) {

  /** How many are correct. */
  public int correctCount() {
    return Rows.where(correct).length;
  }

  /** How many are robust. */
  public int robustCount() {
    return Rows.where(robust).length;
  }
}
