package io.tamnas.trainer.training;

import io.tamnas.nets.dataset.Dataset;
import io.tamnas.worker.task.TaskFailedException;
import org.jspecify.annotations.Nullable;

/** The images that networks are validated on in the end. */
final class TestSplit {

  private TestSplit() {}

  /**
   * Refuses data with fewer test images, before time goes into a training that cannot be validated.
   *
   * @param wanted absent: any number will do
   * @throws TaskFailedException as INVALID, naming both numbers
   */
  static void require(@Nullable Integer wanted, Dataset dataset) {
    int there = dataset.test().size();
    if (wanted != null && wanted > there) {
      throw TaskFailedException.invalid(
          "finalists are to be validated on %d test images, data set '%s' has %d: validation.images is at most that"
              .formatted(wanted, dataset.name(), there));
    }
  }
}
