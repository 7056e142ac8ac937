package io.tamnas.nets.image;

/** The bytes are no image that can be used. The message says what they are, and what would do. */
public final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableImageException(String what) {
    super(what);
  }

  /** What is wrong, to follow the file's name. */
  public String what() {
    return String.valueOf(getMessage());
  }
}
