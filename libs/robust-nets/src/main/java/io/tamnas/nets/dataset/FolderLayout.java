package io.tamnas.nets.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the images of a folder lie: {@code train/CLASS/…} and {@code test/CLASS/…}, or {@code
 * val/CLASS/…} where there is no {@code test}. Names that begin with a dot are passed over.
 *
 * @param root the real path; links lead to nothing outside of it
 * @param classes in the order of their names' bytes; the same in both splits
 */
record FolderLayout(Path root, Path training, Path test, List<String> classes) {
  private static final String CONTENT =
      "train/ and test/ (or val/), each with one directory per class of PNG or JPEG files";
  private static final String TRAINING = "train";
  private static final List<String> TEST = List.of("test", "val");

  FolderLayout {
    classes = List.copyOf(classes);
  }

  static FolderLayout of(Path path, int classes) {
    DatasetDirectory directory = DatasetDirectory.list(path, CONTENT);
    Problems problems = new Problems();
    if (!directory.has(TRAINING)) {
      problems.add("%s holds no directory train; expected %s".formatted(path, CONTENT));
    }
    String test = TEST.stream().filter(directory::has).findFirst().orElse("");
    if (test.isEmpty()) {
      problems.add(
          "%s holds neither test nor val: the images on which finalists are validated; expected %s"
              .formatted(path, CONTENT));
    }
    problems.throwIfAny();
    return of(real(path), path.resolve(TRAINING), path.resolve(test), classes);
  }

  private static FolderLayout of(Path root, Path training, Path test, int classes) {
    List<String> names = classes(root, training);
    requireClasses(training, names, classes);
    requireSame(training, names, test, classes(root, test));
    return new FolderLayout(root, training, test, names);
  }

  private static List<String> classes(Path root, Path split) {
    requireInside(root, split);
    Problems problems = new Problems();
    List<String> names =
        DatasetDirectory.list(split, "one directory per class").names().stream()
            .filter(FolderLayout::isVisible)
            .toList();
    for (String name : names) {
      Path directory = split.resolve(name);
      if (Files.isDirectory(directory)) {
        problems.collect(() -> requireInside(root, directory));
      } else {
        problems.add(directory + " is no directory; images lie in one directory per class");
      }
    }
    problems.throwIfAny();
    return names;
  }

  private static void requireClasses(Path training, List<String> names, int classes) {
    if (names.size() != classes) {
      throw new InvalidDatasetException(
          "%s holds %d directories, one per class; the job says %d classes (dataset.folder.classes)"
              .formatted(training, names.size(), classes));
    }
  }

  private static void requireSame(
      Path training, List<String> names, Path test, List<String> others) {
    Problems problems = new Problems();
    names.stream()
        .filter(name -> !others.contains(name))
        .forEach(name -> problems.add("%s lacks class '%s' of %s".formatted(test, name, training)));
    others.stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add("%s has class '%s', %s not".formatted(test, name, training)));
    problems.throwIfAny();
  }

  /** The images of a class, in the order of their names' bytes; at least one. */
  List<String> images(Path classDirectory) {
    List<String> names =
        DatasetDirectory.list(classDirectory, "PNG or JPEG files").names().stream()
            .filter(FolderLayout::isVisible)
            .toList();
    if (names.isEmpty()) {
      throw new InvalidDatasetException(
          classDirectory + " holds no image; each class needs at least one in train and in test");
    }
    return names;
  }

  private static boolean isVisible(String name) {
    return !name.startsWith(".");
  }

  /** Refuses a link that leads out of the data set; answers the path. */
  static Path requireInside(Path root, Path path) {
    if (!real(path).startsWith(root)) {
      throw new InvalidDatasetException(
          path + " leads out of the data set's directory; put the images themselves there");
    }
    return path;
  }

  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException unreadable) {
      throw new InvalidDatasetException(
          path + " cannot be read: " + DatasetFile.reason(unreadable));
    }
  }
}
