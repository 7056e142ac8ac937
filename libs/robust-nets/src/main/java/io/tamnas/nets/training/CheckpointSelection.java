package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.require;
import static io.tamnas.nets.training.Guards.requireAtLeast;

import io.tamnas.nets.measuring.NetworkProtocol;
import io.tamnas.nets.measuring.Split;

/**
 * Which state of a training is kept: of those looked at, the one with the most robust validation
 * images, the earlier one of equals. Robust accuracy falls again in long trainings while that on
 * the training images rises (Rice et al. 2020, arXiv 2002.11569, section 3).
 *
 * @param interval steps between looks; the end of the training is looked at too
 * @param protocol how the states are measured
 */
public record CheckpointSelection(int interval, NetworkProtocol protocol) {
  public CheckpointSelection {
    requireAtLeast(1, "the number of steps between looks", interval);
    require(
        protocol.split() == Split.VALIDATION, "checkpoints are chosen by validation images alone");
  }

  /** One line with every value. */
  String text() {
    return ValueText.of("CheckpointSelection")
        .with("interval", interval)
        .with("protocol", protocol.text())
        .end();
  }
}
