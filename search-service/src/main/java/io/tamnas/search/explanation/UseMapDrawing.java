package io.tamnas.search.explanation;

import io.tamnas.search.picture.Box;
import io.tamnas.search.picture.ColourScale;
import io.tamnas.search.picture.Lettering;
import io.tamnas.search.picture.SvgDrawing;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;

/** Draws the map of one size class: blocks above, channel scales below, the colours at the foot. */
final class UseMapDrawing {

  private static final Color INK = new Color(0x16202B);
  private static final Color FAINT = new Color(0x5B6875);
  private static final Color ABSENT = new Color(0xECEFF2);
  private static final Lettering TITLE = Lettering.of(18, INK).bold();
  private static final Lettering TEXT = Lettering.of(13, INK);
  private static final Lettering NOTE = Lettering.of(13, FAINT);

  private static final int MARGIN = 24;
  private static final int LEFT = MARGIN + 104;
  private static final int TOP = 122;
  private static final int CELL_WIDTH = 46;
  private static final int CELL_HEIGHT = 28;
  private static final int STAGE_GAP = 10;
  private static final int PART_GAP = 34;
  private static final int FOOT = 96;
  private static final int NARROWEST = 760;
  private static final int LEGEND_STEPS = 61;

  private final UseMap map;
  private final UseMapWords words;
  private final ColourScale colours;
  private final List<String> blocks;
  private final List<String> scales;

  UseMapDrawing(UseMap map) {
    this.map = map;
    this.words = new UseMapWords(map);
    this.colours = map.colours();
    this.blocks = map.blocks();
    this.scales = map.scales();
  }

  String svg() {
    return SvgDrawing.svg(
        width(), height(), words.id(), words.title(), words.description(), this::draw);
  }

  private int width() {
    return Math.max(NARROWEST, column(map.layers().size() - 1) + CELL_WIDTH + MARGIN);
  }

  private int height() {
    return bottom() + FOOT;
  }

  private int scalesTop() {
    return TOP + blocks.size() * CELL_HEIGHT + PART_GAP;
  }

  private int bottom() {
    return scalesTop() + scales.size() * CELL_HEIGHT;
  }

  private int column(int layer) {
    return LEFT + layer * CELL_WIDTH + (map.layers().get(layer).stage() - 1) * STAGE_GAP;
  }

  private void draw(SvgDrawing drawing) throws XMLStreamException {
    drawing.write(words.title(), MARGIN, MARGIN + 16, TITLE);
    drawing.write(words.caption(), MARGIN, MARGIN + 40, NOTE);
    drawHead(drawing);
    drawPart(drawing, blocks, TOP, LayerUse::blocks);
    drawing.write("channel scale", MARGIN, scalesTop() - 10, NOTE);
    drawPart(drawing, scales, scalesTop(), LayerUse::scales);
    drawFoot(drawing);
  }

  private void drawHead(SvgDrawing drawing) throws XMLStreamException {
    drawing.write("block", MARGIN, TOP - 10, NOTE);
    int stage = 0;
    for (int i = 0; i < map.layers().size(); i++) {
      LayerUse layer = map.layers().get(i);
      if (layer.stage() != stage) {
        stage = layer.stage();
        drawing.write("stage " + stage, column(i) + 2, TOP - 30, NOTE);
      }
      drawing.write(
          Integer.toString(layer.layer()),
          column(i) + CELL_WIDTH / 2,
          TOP - 10,
          TEXT.bold().centred());
    }
  }

  private void drawPart(
      SvgDrawing drawing, List<String> rows, int top, Function<LayerUse, List<ChoiceUse>> kind)
      throws XMLStreamException {
    for (int row = 0; row < rows.size(); row++) {
      int y = top + row * CELL_HEIGHT;
      String choice = rows.get(row);
      Box label = new Box(MARGIN, y, LEFT - MARGIN - 8, CELL_HEIGHT);
      drawing.write(choice, LEFT - 8, label.baseline(TEXT.size()), TEXT.right());
      for (int i = 0; i < map.layers().size(); i++) {
        LayerUse layer = map.layers().get(i);
        Box cell = new Box(column(i), y, CELL_WIDTH, CELL_HEIGHT).inset(1);
        Optional<Use> use = map.use(kind.apply(layer), choice);
        drawing.explained(words.of(layer, choice, use), part -> drawCell(part, cell, use));
      }
    }
  }

  private void drawCell(SvgDrawing drawing, Box cell, Optional<Use> use) throws XMLStreamException {
    if (use.isEmpty() || use.get().difference().isEmpty()) {
      drawing.fill(cell, ABSENT);
      return;
    }
    double difference = use.get().difference().getAsDouble();
    Lettering letters = TEXT.centred().in(colours.ink(difference));
    boolean significant = use.get().tendency().isPresent();
    drawing.fill(cell, colours.of(difference));
    drawing.write(
        UseMapWords.points(difference),
        cell.x() + cell.width() / 2,
        cell.baseline(TEXT.size()),
        significant ? letters.bold() : letters);
    if (significant) {
      drawing.frame(cell.inset(1), INK);
    }
  }

  private void drawFoot(SvgDrawing drawing) throws XMLStreamException {
    int y = bottom() + 22;
    for (int i = 0; i < LEGEND_STEPS; i++) {
      double share = colours.least() + i * (colours.most() - colours.least()) / (LEGEND_STEPS - 1);
      drawing.fill(new Box(LEFT + 4 * i, y, 4, 14), colours.of(share));
    }
    int right = LEFT + 4 * LEGEND_STEPS;
    drawing.write(UseMapWords.points(colours.least()), LEFT - 8, y + 12, NOTE.right());
    drawing.write(UseMapWords.points(colours.most()) + " points", right + 8, y + 12, NOTE);
    drawing.frame(new Box(right + 110, y - 2, 30, 18), INK);
    drawing.write(words.significance(), right + 148, y + 12, NOTE);
    drawing.write(UseMapWords.LEGEND, MARGIN, y + 44, NOTE);
  }
}
