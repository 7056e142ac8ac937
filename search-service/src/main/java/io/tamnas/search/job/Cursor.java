package io.tamnas.search.job;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page of a list begins, opaque to clients. */
public final class Cursor {

  private Cursor() {}

  /** For the page after the thing of that number. */
  public static String after(long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.valueOf(number).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The number after which the page begins.
   *
   * @throws InvalidParameter where no page gave that cursor
   */
  public static long read(String cursor) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor);
      return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new InvalidParameter("cursor must be the next of another page, is \"" + cursor + '"');
    }
  }
}
