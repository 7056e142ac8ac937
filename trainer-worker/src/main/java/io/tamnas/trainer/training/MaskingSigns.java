package io.tamnas.trainer.training;

import io.tamnas.nets.measuring.MaskingSign;
import java.util.EnumSet;
import java.util.Set;

/** From the signs that the learning core found to those that cross the wire. */
final class MaskingSigns {
  private MaskingSigns() {}

  static Set<io.tamnas.protocol.evaluation.MaskingSign> of(Set<MaskingSign> found) {
    Set<io.tamnas.protocol.evaluation.MaskingSign> signs =
        EnumSet.noneOf(io.tamnas.protocol.evaluation.MaskingSign.class);
    found.forEach(sign -> signs.add(of(sign)));
    return signs;
  }

  private static io.tamnas.protocol.evaluation.MaskingSign of(MaskingSign sign) {
    return switch (sign) {
      case ZERO_GRADIENTS -> io.tamnas.protocol.evaluation.MaskingSign.ZERO_GRADIENTS;
      case SQUARE_BEATS_GRADIENT -> io.tamnas.protocol.evaluation.MaskingSign.SQUARE_BEATS_GRADIENT;
      case NO_DROP_WITH_EPSILON -> io.tamnas.protocol.evaluation.MaskingSign.NO_DROP_WITH_EPSILON;
    };
  }
}
