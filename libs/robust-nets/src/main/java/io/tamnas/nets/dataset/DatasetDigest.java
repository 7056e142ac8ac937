package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tamnas.space.InputShape;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies a divided data set: SHA-256 over lines of text (a format number, name, shape,
 * classes, numbers of images, division) and then each record in the source's order, training before
 * test: one byte label, then the pixels as {@link Images#copyPixels} gives them.
 */
final class DatasetDigest {
  private DatasetDigest() {}

  static String of(SourceImages images, Division division) {
    MessageDigest digest = sha256();
    digest.update(header(images, division).getBytes(UTF_8));
    addRecords(digest, images.training(), images.imageBytes());
    addRecords(digest, images.test(), images.imageBytes());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String header(SourceImages images, Division division) {
    InputShape shape = images.shape();
    return String.join(
        "\n",
        "tamnas data set 1",
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
