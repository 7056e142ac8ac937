package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tamnas.space.InputShape;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies a divided data set: SHA-256 over lines of text (a format number, name, shape,
 * classes, numbers of images, division) and then each record in the source's order, training before
 * test: one byte label, then the pixels as {@link Images#copyPixels} gives them. Where the records
 * have a digest already, format 2: the lines, and then that digest in place of the records.
 */
final class DatasetDigest {
  private DatasetDigest() {}

  static String of(SourceImages images, Division division) {
    MessageDigest digest = sha256();
    switch (images.records()) {
      case RecordsDigest.EachRecord each -> {
        digest.update(header(1, images, division).getBytes(UTF_8));
        addRecords(digest, images.training(), images.imageBytes());
        addRecords(digest, images.test(), images.imageBytes());
      }
      case RecordsDigest.Known known -> {
        digest.update(header(2, images, division).getBytes(UTF_8));
        digest.update(("records " + known.sha256() + "\n").getBytes(UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String header(int format, SourceImages images, Division division) {
    InputShape shape = images.shape();
    return String.join(
        "\n",
        "tamnas data set " + format,
        images.name(),
        shape.channels() + "x" + shape.height() + "x" + shape.width(),
        images.classes() + " classes",
        images.training().size() + " training images",
        images.test().size() + " test images",
        division.validationImages() + " validation images by seed " + division.seed(),
        "");
  }

  private static void addRecords(MessageDigest digest, Images images, int imageBytes) {
    byte[] entry = new byte[1 + imageBytes];
    for (int index = 0; index < images.size(); index++) {
      entry[0] = (byte) images.label(index);
      images.copyPixels(index, entry, 1);
      digest.update(entry);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
