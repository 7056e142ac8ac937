package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads CIFAR-10, binary version, from the directory that holds its batches. */
final class Cifar10Files {
  private static final String TEST = "test_batch.bin";
  private static final String CONTENT =
      "CIFAR-10's binary version: data_batch_1.bin to data_batch_5.bin and " + TEST;

  private Cifar10Files() {}

  static SourceImages read(Path path) {
    DatasetDirectory directory = DatasetDirectory.list(path, CONTENT);
    Problems problems = new Problems();
    List<String> names = directory.names().stream().filter(Cifar10Files::isTraining).toList();
    if (names.isEmpty()) {
      problems.add(path + " holds no data_batch_*.bin; " + advice(directory));
    }
    List<CifarBatch> training =
        names.stream().flatMap(name -> batch(directory, name, problems).stream()).toList();
    Optional<CifarBatch> test = batch(directory, TEST, problems);
    problems.throwIfAny();
    return new SourceImages(
        "cifar10",
        new InputShape(3, 32, 32),
        CifarVersion.CIFAR10.classes(),
        new JoinedImages(training),
        test.orElseThrow());
  }

  private static boolean isTraining(String name) {
    return name.startsWith("data_batch_") && name.endsWith(".bin");
  }

  private static Optional<CifarBatch> batch(
      DatasetDirectory directory, String name, Problems problems) {
    return problems.collect(() -> CifarBatch.read(directory.file(name), CifarVersion.CIFAR10));
  }

  private static String advice(DatasetDirectory directory) {
    for (String name : directory.names()) {
      if (directory.path().resolve(name).resolve(TEST).toFile().isFile()) {
        return "its directory " + name + " does: name that one";
      }
    }
    return directory.has("data_batch_1")
        ? "what it holds looks like the Python version; expected " + CONTENT
        : "expected " + CONTENT;
  }
}
