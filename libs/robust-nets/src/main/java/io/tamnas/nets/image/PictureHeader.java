package io.tamnas.nets.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a file says about its picture before anything is unpacked.
 *
 * @param sampleBytes of one unpacked pixel
 */
record PictureHeader(Kind kind, int width, int height, int sampleBytes) {
  private static final int LEAST_SIDE = 4;

  /** 64 million pixels of RGB; unpacking takes about twice that. */
  private static final long MOST_BYTES = 192L << 20;

  /** The formats that are read. */
  enum Kind {
    PNG,
    JPEG
  }

  /** Reads it, having walked the whole file: one that is cut off or damaged is refused. */
  static PictureHeader read(byte[] content) throws UnreadableImageException {
    PictureHeader header =
        switch (kind(content)) {
          case PNG -> new PngChunks(content).header();
          case JPEG -> new JpegSegments(content).header();
        };
    header.requireSize();
    return header;
  }

  private void requireSize() throws UnreadableImageException {
    if (width < LEAST_SIDE || height < LEAST_SIDE) {
      throw new UnreadableImageException(
          "has %d×%d pixels; at least %d×%d are needed"
              .formatted(width, height, LEAST_SIDE, LEAST_SIDE));
    }
    if ((long) width * height * sampleBytes > MOST_BYTES) {
      throw new UnreadableImageException(
          "has %d×%d pixels, %d bytes each when unpacked; at most %d bytes are accepted: make it smaller"
              .formatted(width, height, sampleBytes, MOST_BYTES));
    }
  }

  private static Kind kind(byte[] content) throws UnreadableImageException {
    if (content.length == 0) {
      throw new UnreadableImageException("is empty");
    }
    if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return Kind.PNG;
    }
    if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
      return Kind.JPEG;
    }
    throw new UnreadableImageException(
        "is " + otherKind(content) + ", not PNG or JPEG: convert it or take it away");
  }

  private static String otherKind(byte[] content) {
    if (begins(content, 0, "GIF8")) {
      return "a GIF file";
    }
    if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
      return "a WebP file";
    }
    if (begins(content, 0, "BM")) {
      return "a BMP file";
    }
    if (begins(content, 0, "II*\0") || begins(content, 0, "MM\0*")) {
      return "a TIFF file";
    }
    if (begins(content, 4, "ftyp")) {
      return "a HEIF or AVIF file";
    }
    return "a file of unknown format";
  }

  private static boolean begins(byte[] content, int offset, String signature) {
    byte[] bytes = signature.getBytes(ISO_8859_1);
    return content.length >= offset + bytes.length
        && java.util.Arrays.equals(content, offset, offset + bytes.length, bytes, 0, bytes.length);
  }
}
