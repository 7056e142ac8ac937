package io.tamnas.nets.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.space.InputShape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DatasetDigestTest {
  private static final Division DIVISION = new Division(1, 5);
  private static final byte[] LABELS = {0, 2};
  private static final byte[] PIXELS = {1, 2, 3, 4};

  @Test
  void digestsHeaderAndRecordsInOrder() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        """
        tamnas data set 1
        sample
        1x1x2
        3 classes
        2 training images
        1 test images
        1 validation images by seed 5
        """
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {0, 1, 2, 2, 3, 4, 1, 8, 9});
    byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());

    assertThat(digest(LABELS, PIXELS)).isEqualTo(HexFormat.of().formatHex(expected));
  }

  @Test
  void changesWithALabel() {
    assertThat(digest(new byte[] {0, 1}, PIXELS)).isNotEqualTo(digest(LABELS, PIXELS));
  }

  @Test
  void changesWithAPixel() {
    assertThat(digest(LABELS, new byte[] {1, 2, 3, 5})).isNotEqualTo(digest(LABELS, PIXELS));
  }

  @Test
  void changesWithTheDivision() {
    SourceImages images = images("sample", LABELS, PIXELS);
    assertThat(DatasetDigest.of(images, new Division(1, 6)))
        .isNotEqualTo(DatasetDigest.of(images, DIVISION));
  }

  @Test
  void changesWithTheName() {
    assertThat(DatasetDigest.of(images("other", LABELS, PIXELS), DIVISION))
        .isNotEqualTo(digest(LABELS, PIXELS));
  }

  private static String digest(byte[] labels, byte[] pixels) {
    return DatasetDigest.of(images("sample", labels, pixels), DIVISION);
  }

  private static SourceImages images(String name, byte[] labels, byte[] pixels) {
    return new SourceImages(
        name,
        new InputShape(1, 1, 2),
        3,
        new PackedImages(labels, pixels, 2),
        new PackedImages(new byte[] {1}, new byte[] {8, 9}, 2));
  }
}
