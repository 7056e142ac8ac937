package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;
import java.nio.file.Path;
import java.util.Optional;

/** Reads CIFAR-100, binary version, from the directory that holds its two files. */
final class Cifar100Files {
  private static final String TRAINING = "train.bin";
  private static final String TEST = "test.bin";
  private static final String CONTENT = "CIFAR-100's binary version: " + TRAINING + " and " + TEST;

  private Cifar100Files() {}

  static SourceImages read(Path path) {
    DatasetDirectory directory = DatasetDirectory.list(path, CONTENT);
    if (!directory.has(TRAINING) && !directory.has(TEST)) {
      throw new InvalidDatasetException(
          "%s holds no %s; %s".formatted(path, TRAINING, advice(directory)));
    }
    Problems problems = new Problems();
    Optional<CifarBatch> training = batch(directory, TRAINING, problems);
    Optional<CifarBatch> test = batch(directory, TEST, problems);
    problems.throwIfAny();
    return new SourceImages(
        "cifar100",
        new InputShape(3, 32, 32),
        CifarVersion.CIFAR100.classes(),
        training.orElseThrow(),
        test.orElseThrow());
  }

  private static Optional<CifarBatch> batch(
      DatasetDirectory directory, String name, Problems problems) {
    return problems.collect(() -> CifarBatch.read(directory.file(name), CifarVersion.CIFAR100));
  }

  private static String advice(DatasetDirectory directory) {
    for (String name : directory.names()) {
      if (directory.path().resolve(name).resolve(TRAINING).toFile().isFile()) {
        return "its directory " + name + " does: name that one";
      }
    }
    return directory.has("train")
        ? "what it holds looks like the Python version; expected " + CONTENT
        : "expected " + CONTENT;
  }
}
