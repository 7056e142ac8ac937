package io.tamnas.nets.image;

/** The segments of a JPEG file (ITU-T T.81, annex B), walked from its beginning to its end. */
final class JpegSegments {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;

  private final byte[] content;
  private int place = 2;
  private int width;
  private int height;
  private int components;

  JpegSegments(byte[] content) {
    this.content = content;
  }

  PictureHeader header() throws UnreadableImageException {
    boolean scanned = false;
    for (int marker = marker(); marker != END; marker = marker()) {
      if (standsAlone(marker)) {
        continue;
      }
      int length = length();
      if (isFrame(marker)) {
        readFrame(marker, length);
      }
      place += length;
      scanned |= marker == START_OF_SCAN;
    }
    if (!scanned || components == 0) {
      throw new UnreadableImageException("is damaged: it holds no picture");
    }
    return new PictureHeader(PictureHeader.Kind.JPEG, width, height, components);
  }

  /**
   * The next marker; {@link #place} is behind it. Compressed data, in which 0xFF is followed by 0,
   * and stray bytes are passed over as decoders do.
   */
  private int marker() throws UnreadableImageException {
    while (place + 1 < content.length) {
      int next = unsigned(place + 1);
      if (unsigned(place) == 0xFF && next != 0 && next != 0xFF) {
        place += 2;
        return next;
      }
      place++;
    }
    throw truncated();
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private int length() throws UnreadableImageException {
    int length = place + 2 > content.length ? Integer.MAX_VALUE : number(place);
    if (length < 2) {
      throw new UnreadableImageException(
          "is damaged: its segment at byte %d has no length".formatted(place - 2));
    }
    if (length > content.length - place) {
      throw truncated();
    }
    return length;
  }

  /** Precision, height, width, number of components. */
  private void readFrame(int marker, int length) throws UnreadableImageException {
    if (marker > 0xC3) {
      throw new UnreadableImageException(
          "is a hierarchical or arithmetic-coded JPEG, which few programs read: convert it");
    }
    if (length < 8 || components != 0) {
      throw new UnreadableImageException(
          "is damaged: its frame header at byte %d is wrong".formatted(place - 2));
    }
    height = number(place + 3);
    width = number(place + 5);
    components = unsigned(place + 7);
    if (height < 1 || width < 1 || components < 1 || components > 4) {
      throw new UnreadableImageException(
          "is damaged: its frame header says %d×%d pixels of %d components"
              .formatted(width, height, components));
    }
  }

  private UnreadableImageException truncated() {
    return new UnreadableImageException(
        "is truncated: its %d bytes end before the end of its JPEG data".formatted(content.length));
  }

  private int number(int offset) {
    return unsigned(offset) << 8 | unsigned(offset + 1);
  }

  private int unsigned(int offset) {
    return Byte.toUnsignedInt(content[offset]);
  }
}
