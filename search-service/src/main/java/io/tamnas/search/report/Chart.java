package io.tamnas.search.report;

import io.tamnas.search.picture.Axis;
import io.tamnas.search.picture.Box;
import io.tamnas.search.picture.Lettering;
import io.tamnas.search.picture.SvgDrawing;
import java.awt.Color;
import java.util.List;
import java.util.function.DoubleFunction;
import javax.xml.stream.XMLStreamException;

/** A frame with two axes, in which points are drawn. */
record Chart(Axis across, Axis up) {

  static final int WIDTH = 860;
  static final int HEIGHT = 420;
  static final Color INK = new Color(0x16202B);
  static final Color FAINT = new Color(0x5B6875);
  static final Lettering NOTE = Lettering.of(13, FAINT);

  private static final Color GRID = new Color(0xE3E8EC);
  private static final int LEFT = 76;
  private static final int RIGHT = WIDTH - 24;
  private static final int TOP = 44;
  private static final int BOTTOM = HEIGHT - 56;

  static Chart over(List<Double> across, List<Double> up) {
    return new Chart(Axis.over(across, LEFT, RIGHT), Axis.over(up, BOTTOM, TOP));
  }

  /** A filled square around a point. */
  static void square(SvgDrawing drawing, int x, int y, int radius, Color colour)
      throws XMLStreamException {
    drawing.fill(around(x, y, radius), colour);
  }

  /** The edge of a square around a point. */
  static void openSquare(SvgDrawing drawing, int x, int y, int radius, Color colour)
      throws XMLStreamException {
    drawing.frame(around(x, y, radius), colour);
  }

  private static Box around(int x, int y, int radius) {
    return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  void frame(
      SvgDrawing drawing,
      String acrossLabel,
      DoubleFunction<String> acrossText,
      String upLabel,
      DoubleFunction<String> upText)
      throws XMLStreamException {
    for (double tick : up.ticks()) {
      drawing.line(LEFT, up.at(tick), RIGHT, up.at(tick), 1, GRID);
      drawing.write(upText.apply(tick), LEFT - 8, up.at(tick) + 5, NOTE.right());
    }
    for (double tick : across.ticks()) {
      drawing.write(acrossText.apply(tick), across.at(tick), BOTTOM + 20, NOTE.centred());
    }
    drawing.line(LEFT, BOTTOM, RIGHT, BOTTOM, 1, FAINT);
    drawing.write(acrossLabel, RIGHT, BOTTOM + 42, NOTE.right());
    drawing.write(upLabel, LEFT, TOP - 16, NOTE);
  }
}
