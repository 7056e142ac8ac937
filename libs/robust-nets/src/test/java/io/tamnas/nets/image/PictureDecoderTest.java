package io.tamnas.nets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.nets.image.PixelFormat.Colours;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDecoderTest {
  private static final int SIDE = 8;
  private static final int AREA = SIDE * SIDE;

  @Test
  void keepsThePixelsOfAPngOfTheRightSize() throws Exception {
    BufferedImage image = picture(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 5, new Color(10, 20, 30).getRGB());

    byte[] pixels = decode(png(image), Colours.RGB);

    assertThat(pixels).hasSize(3 * AREA);
    assertThat(new int[] {pixels[43], pixels[AREA + 43], pixels[2 * AREA + 43]})
        .containsExactly(10, 20, 30);
  }

  @Test
  void keepsTheStoredGreyValues() throws Exception {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 0, 0, 77);

    assertThat(decode(png(image), Colours.GREY)[1]).isEqualTo((byte) 77);
    assertThat(decode(png(image), Colours.RGB)[AREA + 1]).isEqualTo((byte) 77);
  }

  @Test
  void turnsColoursIntoTheirLuma() throws Exception {
    BufferedImage image = picture(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, new Color(100, 150, 200).getRGB());

    assertThat(Byte.toUnsignedInt(decode(png(image), Colours.GREY)[0])).isEqualTo(141);
  }

  @Test
  void readsPalettesTransparencyAndSixteenBits() throws Exception {
    BufferedImage palette = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_INDEXED);
    palette.setRGB(0, 0, Color.RED.getRGB());
    BufferedImage bits = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
    bits.setRGB(0, 0, Color.WHITE.getRGB());
    BufferedImage wide = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_USHORT_GRAY);
    wide.getRaster().setSample(0, 0, 0, 128 * 257);
    BufferedImage clear = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0x40_01_02_03);

    assertThat(first(decode(png(palette), Colours.RGB))).containsExactly(255, 0, 0);
    assertThat(first(decode(png(bits), Colours.RGB))).containsExactly(255, 255, 255);
    assertThat(first(decode(png(wide), Colours.RGB))).containsExactly(128, 128, 128);
    assertThat(first(decode(png(clear), Colours.RGB))).containsExactly(1, 2, 3);
  }

  @Test
  void takesTheSquareInTheMiddle() throws Exception {
    BufferedImage image = picture(SIDE + 6, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < 3; column++) {
        image.setRGB(column, row, Color.WHITE.getRGB());
        image.setRGB(SIDE + 3 + column, row, Color.WHITE.getRGB());
      }
    }

    assertThat(decode(png(image), Colours.RGB)).containsOnly(0);
  }

  @Test
  void resamplesInBothDirections() throws Exception {
    for (int side : new int[] {4, 5, 9, 31, 100}) {
      BufferedImage image = new BufferedImage(side, side + 1, BufferedImage.TYPE_INT_RGB);
      for (int row = 0; row <= side; row++) {
        for (int column = 0; column < side; column++) {
          image.setRGB(column, row, new Color(200, 100, column < side / 2 ? 0 : 255).getRGB());
        }
      }

      byte[] pixels = decode(png(image), Colours.RGB);

      assertThat(first(pixels)).startsWith(200, 100);
      assertThat(Byte.toUnsignedInt(pixels[2 * AREA])).as("left of %d", side).isLessThan(40);
      assertThat(Byte.toUnsignedInt(pixels[3 * AREA - 1])).isGreaterThan(215);
    }
  }

  @Test
  void readsJpeg() throws Exception {
    byte[] pixels = decode(jpeg(picture(40, 30, BufferedImage.TYPE_INT_RGB)), Colours.RGB);
    assertThat(pixels).hasSize(3 * AREA).containsOnly(0);
    assertThat(decode(jpeg(picture(40, 30, BufferedImage.TYPE_BYTE_GRAY)), Colours.GREY))
        .hasSize(AREA);
  }

  @ParameterizedTest
  @CsvSource({
    "GIF89a, a GIF file",
    "BM1234, a BMP file",
    "RIFF1234WEBPVP8, a WebP file",
    "1234ftypheic, a HEIF or AVIF file",
    "hello, a file of unknown format"
  })
  void namesOtherKinds(String content, String kind) {
    refuses(content.getBytes(StandardCharsets.ISO_8859_1), "is " + kind + ", not PNG or JPEG");
  }

  @Test
  void refusesAnEmptyFile() {
    refuses(new byte[0], "is empty");
  }

  @Test
  void refusesWhateverIsTruncatedWhereverItEnds() throws Exception {
    byte[] png = png(picture(9, 9, BufferedImage.TYPE_INT_RGB));
    for (int length = 8; length < png.length; length++) {
      refuses(Arrays.copyOf(png, length), "is truncated");
    }
    byte[] jpeg = jpeg(picture(9, 9, BufferedImage.TYPE_INT_RGB));
    for (int length = 3; length < jpeg.length; length++) {
      refuses(Arrays.copyOf(jpeg, length), "is truncated");
    }
  }

  @Test
  void refusesAJpegWhosePixelsAreMissing() throws Exception {
    BufferedImage noise = picture(64, 64, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(1);
    for (int pixel = 0; pixel < 64 * 64; pixel++) {
      noise.setRGB(pixel % 64, pixel / 64, random.nextInt());
    }
    byte[] half = Arrays.copyOf(jpeg(noise), jpeg(noise).length / 2);
    half[half.length - 2] = (byte) 0xFF;
    half[half.length - 1] = (byte) 0xD9;
    refuses(half, "its JPEG data cannot be decoded (Corrupt JPEG data: premature end");
  }

  @Test
  void refusesADamagedPng() throws Exception {
    byte[] png = png(picture(9, 9, BufferedImage.TYPE_INT_RGB));
    png[png.length - 20] ^= 1;
    refuses(png, "is damaged: the checksum of its chunk at byte");
  }

  @Test
  void refusesAnAnimation() throws Exception {
    byte[] png = png(picture(9, 9, BufferedImage.TYPE_INT_RGB));
    refuses(withChunk(png, "acTL", new byte[8]), "is an animated PNG; a single picture is needed");
  }

  @Test
  void refusesABombByItsHeaderAlone() throws Exception {
    byte[] png = png(picture(9, 9, BufferedImage.TYPE_INT_RGB));
    ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    refuses(png, "has 100000×100000 pixels, 3 bytes each when unpacked; at most 201326592");
  }

  @Test
  void refusesAJpegBombByItsHeaderAlone() throws Exception {
    byte[] jpeg = jpeg(picture(9, 9, BufferedImage.TYPE_INT_RGB));
    int frame = indexOf(jpeg, 0xC0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
    refuses(jpeg, "has 65000×65000 pixels");
  }

  @Test
  void refusesWhatIsTooSmall() throws Exception {
    refuses(png(picture(9, 3, BufferedImage.TYPE_INT_RGB)), "has 9×3 pixels; at least 4×4");
  }

  private static int indexOf(byte[] jpeg, int marker) {
    int place = 0;
    while (jpeg[place] != (byte) 0xFF || jpeg[place + 1] != (byte) marker) {
      place++;
    }
    return place;
  }

  private static byte[] withChunk(byte[] png, String type, byte[] content) {
    byte[] chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length).array();
    System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, chunk, 4, 4);
    CRC32 checksum = new CRC32();
    checksum.update(chunk, 4, 4 + content.length);
    ByteBuffer.wrap(chunk).putInt(8 + content.length, (int) checksum.getValue());
    int afterHeader = 33;
    return ByteBuffer.allocate(png.length + chunk.length)
        .put(png, 0, afterHeader)
        .put(chunk)
        .put(png, afterHeader, png.length - afterHeader)
        .array();
  }

  private static void refuses(byte[] content, String problem) {
    assertThatExceptionOfType(UnreadableImageException.class)
        .isThrownBy(() -> decode(content, Colours.RGB))
        .withMessageContaining(problem);
  }

  private static int[] first(byte[] pixels) {
    return new int[] {pixels[0] & 0xFF, pixels[AREA] & 0xFF, pixels[2 * AREA] & 0xFF};
  }

  private static byte[] decode(byte[] content, Colours colours) throws UnreadableImageException {
    return new PictureDecoder(new PixelFormat(SIDE, colours)).pixels(content);
  }

  private static BufferedImage picture(int width, int height, int type) {
    return new BufferedImage(width, height, type);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return written(image, "png");
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    return written(image, "jpeg");
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }
}
