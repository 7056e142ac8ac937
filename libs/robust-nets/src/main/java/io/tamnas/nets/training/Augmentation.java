package io.tamnas.nets.training;

import static io.tamnas.nets.training.Guards.requireAtLeast;

/**
 * What happens to training images.
 *
 * @param crop pixels of zero padding on each side before a random crop; 0 is none
 * @param mirror whether images are mirrored left to right at random
 * @param cutout side of a square at a random place that becomes black (DeVries, Taylor 2017, arXiv
 *     1708.04552); 0 is none
 */
public record Augmentation(int crop, Mirror mirror, int cutout) {

  public Augmentation {
    requireAtLeast(0, "the padding of a crop", crop);
    requireAtLeast(0, "the side of a cutout", cutout);
  }

  String text() {
    return ValueText.of("Augmentation")
        .with("crop", crop)
        .with("mirror", mirror.text())
        .with("cutout", cutout)
        .end();
  }
}
