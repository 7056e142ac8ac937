package io.tamnas.search.picture;

/** A rectangle in pixels, from its upper left corner. */
public record Box(int x, int y, int width, int height) {

  /** This box, smaller by so many pixels on each side. */
  public Box inset(int pixels) {
    return new Box(x + pixels, y + pixels, width - 2 * pixels, height - 2 * pixels);
  }

  /** Where text of that size stands in the middle of the box. */
  public int baseline(int size) {
    return y + height / 2 + size * 2 / 5;
  }
}
