package io.tamnas.nets.training;

import io.tamnas.nets.measuring.MaskingSign;
import io.tamnas.nets.measuring.Measurement;
import java.util.EnumSet;
import java.util.Set;

/**
 * When the best state was taken and what it reached: among the numbers that a training carries, so
 * it may stop between two looks.
 */
final class BestSoFar {
  private static final String STEP = "best.step";
  private static final String IMAGES = "best.images";
  private static final String CLEAN = "best.cleanCorrect";
  private static final String ADVERSARIAL = "best.adversarialCorrect";
  private static final String SIGN = "best.maskingSign.";

  private final NamedNumbers memory;

  BestSoFar(NamedNumbers memory) {
    this.memory = memory;
  }

  /** Whether that is better: more robust images than the best, or the first at all. */
  boolean isBeatenBy(Measurement other) {
    return step() == 0 || other.adversarialCorrect() > memory.get(ADVERSARIAL);
  }

  /**
   * Remembers a better one.
   *
   * @param step how many steps were done, from 1
   */
  void set(int step, Measurement measurement) {
    memory.set(STEP, step);
    memory.set(IMAGES, measurement.images());
    memory.set(CLEAN, measurement.cleanCorrect());
    memory.set(ADVERSARIAL, measurement.adversarialCorrect());
    for (MaskingSign sign : MaskingSign.values()) {
      memory.set(SIGN + sign.name(), measurement.maskingSigns().contains(sign) ? 1 : 0);
    }
  }

  /** How many steps were done then; 0 where nothing has been looked at. */
  int step() {
    return memory.get(STEP);
  }

  Measurement measurement() {
    Set<MaskingSign> signs = EnumSet.noneOf(MaskingSign.class);
    for (MaskingSign sign : MaskingSign.values()) {
      if (memory.get(SIGN + sign.name()) == 1) {
        signs.add(sign);
      }
    }
    return new Measurement(memory.get(IMAGES), memory.get(CLEAN), memory.get(ADVERSARIAL), signs);
  }
}
