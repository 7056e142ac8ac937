package io.tamnas.nets.dataset;

import io.tamnas.nets.image.PictureDecoder;
import io.tamnas.nets.image.PixelFormat;
import io.tamnas.nets.image.UnreadableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Decodes all images of a folder into a packed file, a few at a time, in a fixed order. */
final class FolderPacking {
  private static final int AT_ONCE = 32;
  private static final int MOST_PROBLEMS = 20;

  /** Of one file; what a camera makes is smaller. */
  private static final long MOST_BYTES = 64L << 20;

  private final FolderLayout layout;
  private final PictureDecoder decoder;
  private final PackedFileWriter writer;
  private final Runnable goOn;
  private final Problems problems = new Problems();

  /** What became of one file. */
  private sealed interface Decoded {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pixels(byte[] values) implements Decoded {}

    record Refused(String problem) implements Decoded {}
  }

  FolderPacking(FolderLayout layout, PixelFormat format, PackedFileWriter writer, Runnable goOn) {
    this.layout = layout;
    this.decoder = new PictureDecoder(format);
    this.writer = writer;
    this.goOn = goOn;
  }

  /**
   * Decodes and writes, training images before test images, by class and name.
   *
   * @throws InvalidDatasetException naming the first files that are no images
   */
  void write() throws IOException {
    write(layout.training());
    write(layout.test());
    problems.throwIfAny();
  }

  private void write(Path split) throws IOException {
    for (int label = 0; label < layout.classes().size(); label++) {
      Path directory = split.resolve(layout.classes().get(label));
      List<String> images = layout.images(directory);
      for (int from = 0; from < images.size(); from += AT_ONCE) {
        goOn.run();
        int to = Math.min(images.size(), from + AT_ONCE);
        write(directory, images.subList(from, to), label);
      }
    }
  }

  private void write(Path directory, List<String> images, int label) throws IOException {
    List<Decoded> decoded =
        IntStream.range(0, images.size())
            .parallel()
            .mapToObj(image -> decode(directory.resolve(images.get(image))))
            .toList();
    for (Decoded one : decoded) {
      switch (one) {
        case Decoded.Pixels pixels -> writer.add(label, pixels.values());
        case Decoded.Refused refused -> problems.add(refused.problem());
      }
    }
    if (problems.count() >= MOST_PROBLEMS) {
      problems.throwIfAny();
    }
  }

  private Decoded decode(Path image) {
    try {
      if (Files.isSymbolicLink(image)) {
        FolderLayout.requireInside(layout.root(), image);
      }
      return new Decoded.Pixels(decoder.pixels(new DatasetFile(image).bytes(MOST_BYTES)));
    } catch (UnreadableImageException unreadable) {
      return new Decoded.Refused(image + " " + unreadable.what());
    } catch (InvalidDatasetException refused) {
      return new Decoded.Refused(String.valueOf(refused.getMessage()));
    }
  }
}
