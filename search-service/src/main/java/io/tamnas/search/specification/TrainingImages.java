package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import java.util.OptionalInt;

/** How many training images there are, as far as a specification tells. */
final class TrainingImages {

  private TrainingImages() {}

  /** Before validation images are cut from them; empty where only the files tell. */
  static OptionalInt drawn(DatasetReference dataset) {
    DatasetReference.Shapes shapes = dataset.shapes();
    return shapes == null ? OptionalInt.empty() : OptionalInt.of(shapes.trainingImages());
  }

  /** Those left to learn from; as many as can be imagined where only the files tell. */
  static int left(DatasetReference dataset) {
    return drawn(dataset).stream()
        .map(all -> Math.max(2, all - dataset.validationImages()))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
