package io.tamnas.chaos.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Recognises uploads of artifacts among the requests of one connection. Clients send a request only
 * after the answer to the one before, so that each begins with a chunk of its own.
 */
final class Uploads {

  private static final byte[] UPLOAD =
      "PUT /api/v1/artifacts/".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[][] OTHERS = {
    "GET /".getBytes(StandardCharsets.ISO_8859_1),
    "POST /".getBytes(StandardCharsets.ISO_8859_1),
    "PUT /api/v1/workers/".getBytes(StandardCharsets.ISO_8859_1)
  };

  private long bytes = -1;

  /** Takes the next bytes of the connection; answers how many of an upload have come, or −1. */
  long next(byte[] chunk, int length) {
    if (begins(chunk, length, UPLOAD)) {
      bytes = 0;
    } else if (Arrays.stream(OTHERS).anyMatch(other -> begins(chunk, length, other))) {
      bytes = -1;
    }
    bytes = bytes < 0 ? -1 : bytes + length;
    return bytes;
  }

  private static boolean begins(byte[] chunk, int length, byte[] with) {
    return length >= with.length && Arrays.equals(chunk, 0, with.length, with, 0, with.length);
  }
}
