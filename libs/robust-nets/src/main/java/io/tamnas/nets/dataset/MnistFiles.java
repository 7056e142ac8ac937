package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the four IDX files of MNIST, or of Fashion-MNIST, which took over names and format. */
final class MnistFiles {
  private static final int CLASSES = 10;
  private static final String CONTENT =
      "'s files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and"
          + " t10k-labels-idx1-ubyte, each with or without .gz";

  /** The data sets that come in this form. */
  enum Version {
    MNIST("mnist", "MNIST"),
    FASHION_MNIST("fashion-mnist", "Fashion-MNIST");

    private final String text;
    private final String title;

    Version(String text, String title) {
      this.text = text;
      this.title = title;
    }
  }

  private final Version version;
  private final DatasetDirectory directory;
  private final Problems problems = new Problems();

  private MnistFiles(Version version, DatasetDirectory directory) {
    this.version = version;
    this.directory = directory;
  }

  static SourceImages read(Path path, Version version) {
    return new MnistFiles(version, DatasetDirectory.list(path, version.title + CONTENT)).read();
  }

  private SourceImages read() {
    Optional<Images> training = split("train");
    Optional<Images> test = split("t10k");
    problems.throwIfAny();
    return new SourceImages(
        version.text,
        new InputShape(1, 28, 28),
        CLASSES,
        training.orElseThrow(),
        test.orElseThrow());
  }

  private Optional<Images> split(String prefix) {
    DatasetFile imageFile = file(prefix + "-images-idx3-ubyte");
    DatasetFile labelFile = file(prefix + "-labels-idx1-ubyte");
    Optional<byte[]> pixels = problems.collect(() -> IdxFile.read(imageFile, IdxKind.IMAGES));
    Optional<byte[]> labels = problems.collect(() -> labels(labelFile));
    if (pixels.isEmpty() || labels.isEmpty()) {
      return Optional.empty();
    }
    int imageBytes = IdxKind.IMAGES.itemBytes();
    int images = pixels.get().length / imageBytes;
    if (images != labels.get().length) {
      problems.add(
          "%s holds %d images, %s %d labels; each image needs one"
              .formatted(imageFile.path(), images, labelFile.path(), labels.get().length));
      return Optional.empty();
    }
    return Optional.of(new PackedImages(labels.get(), pixels.get(), imageBytes));
  }

  /** The gzipped file as it was published, or the plain one where only that is there. */
  private DatasetFile file(String name) {
    return directory.file(
        directory.has(name) && !directory.has(name + ".gz") ? name : name + ".gz");
  }

  private static byte[] labels(DatasetFile file) {
    byte[] labels = IdxFile.read(file, IdxKind.LABELS);
    for (int index = 0; index < labels.length; index++) {
      int label = Byte.toUnsignedInt(labels[index]);
      if (label >= CLASSES) {
        throw new InvalidDatasetException(
            "%s: label %d (byte %d of the unpacked file) is %d; labels are 0 to %d"
                .formatted(
                    file.path(), index, IdxKind.LABELS.headerBytes() + index, label, CLASSES - 1));
      }
    }
    return labels;
  }
}
