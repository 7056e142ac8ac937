package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the cropped digits of SVHN from the directory that holds its two MATLAB files. */
final class SvhnFiles {
  private static final String TRAINING = "train_32x32.mat";
  private static final String TEST = "test_32x32.mat";
  private static final String CONTENT = "SVHN's cropped digits: " + TRAINING + " and " + TEST;

  private SvhnFiles() {}

  static SourceImages read(Path path) {
    DatasetDirectory directory = DatasetDirectory.list(path, CONTENT);
    Problems problems = new Problems();
    Optional<Images> training = problems.collect(() -> SvhnDigits.read(directory.file(TRAINING)));
    Optional<Images> test = problems.collect(() -> SvhnDigits.read(directory.file(TEST)));
    problems.throwIfAny();
    return new SourceImages(
        "svhn",
        new InputShape(3, 32, 32),
        SvhnDigits.CLASSES,
        training.orElseThrow(),
        test.orElseThrow());
  }
}
