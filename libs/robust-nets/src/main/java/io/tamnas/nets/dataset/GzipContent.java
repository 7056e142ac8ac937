package io.tamnas.nets.dataset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** One gzip member that lies in memory; also tells what follows it. */
final class GzipContent extends GZIPInputStream {
  private static final int TRAILER = 8;

  /** The buffer takes the whole file, so that what is left in it is what follows the member. */
  GzipContent(byte[] compressed) throws IOException {
    super(new ByteArrayInputStream(compressed), compressed.length);
  }

  static boolean isGzip(byte[] content) {
    return content.length >= 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
  }

  /** How many bytes follow the member's end; to be asked once its content has been read. */
  int bytesAfterEnd() {
    return inf.getRemaining() - TRAILER;
  }
}
