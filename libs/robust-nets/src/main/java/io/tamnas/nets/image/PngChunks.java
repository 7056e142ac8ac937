package io.tamnas.nets.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file: length, type, content, checksum (Portable Network Graphics, third
 * edition, section 5).
 */
final class PngChunks {
  private static final int SIGNATURE = 8;

  /** Length, type and checksum. */
  private static final int FRAME = 12;

  private static final int HEADER_BYTES = 13;

  private final byte[] content;
  private final ByteBuffer bytes;

  PngChunks(byte[] content) {
    this.content = content;
    this.bytes = ByteBuffer.wrap(content);
  }

  PictureHeader header() throws UnreadableImageException {
    int place = SIGNATURE;
    boolean data = false;
    while (true) {
      int length = length(place);
      String type = new String(content, place + 4, 4, ISO_8859_1);
      if (place == SIGNATURE && (!type.equals("IHDR") || length != HEADER_BYTES)) {
        throw new UnreadableImageException("is damaged: its first chunk is no header");
      }
      switch (type) {
        case "IDAT" -> data = true;
        case "acTL" ->
            throw new UnreadableImageException("is an animated PNG; a single picture is needed");
        case "IEND" -> {
          return described(data);
        }
        default -> {}
      }
      place += FRAME + length;
    }
  }

  /** Of the chunk that begins there; all of it is there and its checksum fits. */
  private int length(int place) throws UnreadableImageException {
    long length = place + 8 > content.length ? 0 : Integer.toUnsignedLong(bytes.getInt(place));
    if (place + FRAME + length > content.length) {
      throw new UnreadableImageException(
          "is truncated: its %d bytes end within a chunk of PNG".formatted(content.length));
    }
    CRC32 checksum = new CRC32();
    checksum.update(content, place + 4, (int) length + 4);
    int end = place + 8 + (int) length;
    if ((int) checksum.getValue() != bytes.getInt(end)) {
      throw new UnreadableImageException(
          "is damaged: the checksum of its chunk at byte %d is wrong".formatted(place));
    }
    return (int) length;
  }

  private PictureHeader described(boolean data) throws UnreadableImageException {
    int width = bytes.getInt(SIGNATURE + 8);
    int height = bytes.getInt(SIGNATURE + 12);
    if (!data || width < 1 || height < 1) {
      throw new UnreadableImageException("is damaged: it holds no picture");
    }
    int depth = content[SIGNATURE + 16];
    int samples =
        switch (content[SIGNATURE + 17]) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    return new PictureHeader(
        PictureHeader.Kind.PNG, width, height, samples * (depth == 16 ? 2 : 1));
  }
}
