package io.tamnas.search.picture;

import java.awt.Color;

/**
 * How text looks.
 *
 * @param size of the letters, in pixels
 */
public record Lettering(int size, Weight weight, Anchor anchor, Color ink) {

  /** How strong letters are. */
  public enum Weight {
    NORMAL("normal"),
    BOLD("bold");

    private final String text;

    Weight(String text) {
      this.text = text;
    }
  }

  /** Which part of the text stands at its place. */
  public enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String text;

    Anchor(String text) {
      this.text = text;
    }
  }

  /** Plain letters that begin at their place. */
  public static Lettering of(int size, Color ink) {
    return new Lettering(size, Weight.NORMAL, Anchor.START, ink);
  }

  public Lettering bold() {
    return new Lettering(size, Weight.BOLD, anchor, ink);
  }

  public Lettering centred() {
    return new Lettering(size, weight, Anchor.MIDDLE, ink);
  }

  public Lettering right() {
    return new Lettering(size, weight, Anchor.END, ink);
  }

  public Lettering in(Color other) {
    return new Lettering(size, weight, anchor, other);
  }

  String weightText() {
    return weight.text;
  }

  String anchorText() {
    return anchor.text;
  }
}
