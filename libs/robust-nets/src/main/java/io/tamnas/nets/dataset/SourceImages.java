package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;
import java.util.Arrays;

/** All images of a source in their own order, before the training images are divided. */
record SourceImages(
    String name,
    InputShape shape,
    int classes,
    Images training,
    Images test,
    RecordsDigest records) {

  /** Of images in memory. */
  SourceImages(String name, InputShape shape, int classes, Images training, Images test) {
    this(name, shape, classes, training, test, new RecordsDigest.EachRecord());
  }

  Dataset divided(Division division) {
    int[] order = division.order(training.size());
    int cut = division.validationImages();
    return new DividedDataset(
        name,
        shape,
        classes,
        new SelectedImages(training, Arrays.copyOfRange(order, cut, order.length)),
        new SelectedImages(training, Arrays.copyOf(order, cut)),
        test,
        DatasetDigest.of(this, division));
  }

  int imageBytes() {
    return shape.channels() * shape.height() * shape.width();
  }
}
