package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import java.util.Optional;
import java.util.OptionalInt;

/** How many test images finalists can be validated on, as far as the catalogue tells. */
public final class TestImages {

  private TestImages() {}

  /**
   * What is wrong with the number of images that finalists are validated on; empty where nothing
   * is, or only the files tell. No part of reading, so that stored jobs are read whatever they ask
   * for.
   *
   * @param pointer where the number stands (RFC 6901)
   */
  public static Optional<Violation> violation(
      FinalistSettings finalists, DatasetReference dataset, String pointer) {
    int images = finalists.network().validation().images();
    OptionalInt most = DatasetReader.NAMES.find(dataset.name()).orElseThrow().testImages(dataset);
    return most.isPresent() && images > most.getAsInt()
        ? Optional.of(
            new Violation(
                pointer,
                "must be at most %d, the test images, is %d".formatted(most.getAsInt(), images)))
        : Optional.empty();
  }
}
