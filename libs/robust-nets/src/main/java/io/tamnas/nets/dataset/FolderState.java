package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tamnas.nets.image.PixelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * What tells whether a folder is as it was when it was decoded: every name, size and time of
 * change, and to what the images are brought. One class at a time is in memory.
 *
 * @param key SHA-256 of all that, in hexadecimal
 */
record FolderState(String key, int trainingImages, int testImages) {
  private static final int MOST_IMAGES = 100_000_000;

  static FolderState of(FolderLayout layout, PixelFormat format, Runnable goOn) {
    MessageDigest digest = DatasetDigest.sha256();
    digest.update("tamnas folder 1\n%s\n".formatted(format).getBytes(UTF_8));
    int training = add(layout, layout.training(), digest, goOn);
    int test = add(layout, layout.test(), digest, goOn);
    return new FolderState(HexFormat.of().formatHex(digest.digest()), training, test);
  }

  private static int add(FolderLayout layout, Path split, MessageDigest digest, Runnable goOn) {
    int images = 0;
    for (String name : layout.classes()) {
      goOn.run();
      Path directory = split.resolve(name);
      digest.update("%s %s\n".formatted(split.getFileName(), name).getBytes(UTF_8));
      for (String image : layout.images(directory)) {
        digest.update(line(directory, image).getBytes(UTF_8));
        images++;
      }
      if (images > MOST_IMAGES) {
        throw new InvalidDatasetException(
            "%s holds more than %d images".formatted(split, MOST_IMAGES));
      }
    }
    return images;
  }

  private static String line(Path directory, String name) {
    Path image = directory.resolve(name);
    try {
      BasicFileAttributes attributes = Files.readAttributes(image, BasicFileAttributes.class);
      return "%s\0%d\0%d\n"
          .formatted(
              name, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    } catch (IOException unreadable) {
      throw new InvalidDatasetException(
          image + " cannot be read: " + DatasetFile.reason(unreadable));
    }
  }
}
