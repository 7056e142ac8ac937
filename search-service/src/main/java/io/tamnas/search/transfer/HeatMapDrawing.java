package io.tamnas.search.transfer;

import io.tamnas.search.picture.ColourScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a heat map: the grid with its numbers, the scale beside it, the legend below. */
final class HeatMapDrawing {

  private static final Color INK = new Color(0x16202B);
  private static final Color FAINT = new Color(0x5B6875);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  private static final int MARGIN = 28;
  private static final int LEFT = MARGIN + 92;
  private static final int TOP = 140;
  private static final int CELL_WIDTH = 66;
  private static final int CELL_HEIGHT = 42;
  private static final int GAP = 12;
  private static final int SCALE = 96;
  private static final int LINE = 20;
  private static final int CAPTION_LINE = 17;
  private static final int NARROWEST = 860;

  private final HeatMap map;
  private final ColourScale colours;
  private final int count;
  private final int width;
  private final int gridBottom;

  HeatMapDrawing(HeatMap map) {
    this.map = map;
    List<Double> all = new ArrayList<>(map.clean());
    map.adversarial().forEach(all::addAll);
    this.colours = ColourScale.over(all);
    this.count = map.labels().size();
    this.width = Math.max(NARROWEST, LEFT + count * CELL_WIDTH + SCALE + MARGIN);
    this.gridBottom = rowTop(count) + CELL_HEIGHT;
  }

  /** As high as its legend needs. */
  BufferedImage image() {
    FontMetrics metrics = metrics();
    List<List<String>> legend =
        map.legend().stream().map(line -> wrapped(line, metrics, width - 2 * MARGIN)).toList();
    int lines = legend.stream().mapToInt(List::size).sum();
    int height = gridBottom + MARGIN + (lines + 1) * LINE + MARGIN;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      draw(graphics, legend, height);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private void draw(Graphics2D graphics, List<List<String>> legend, int height) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    drawTitle(graphics);
    drawAxes(graphics);
    drawRow(graphics, 0, map.clean());
    for (int source = 0; source < count; source++) {
      drawRow(graphics, source + 1, map.adversarial().get(source));
    }
    drawDiagonal(graphics);
    drawScale(graphics);
    drawLegend(graphics, legend);
  }

  private static void drawTitle(Graphics2D graphics) {
    graphics.setColor(INK);
    graphics.setFont(TITLE);
    graphics.drawString(
        "Accuracy (%) of each target on the images crafted on each source", MARGIN, MARGIN + 18);
  }

  private void drawAxes(Graphics2D graphics) {
    graphics.setFont(TEXT);
    graphics.setColor(FAINT);
    int baseline = MARGIN + 44;
    for (String line : wrapped(map.caption(), graphics.getFontMetrics(), width - 2 * MARGIN)) {
      graphics.drawString(line, MARGIN, baseline);
      baseline += CAPTION_LINE;
    }
    centred(graphics, "target", LEFT + count * CELL_WIDTH / 2, TOP - 36);
    right(graphics, "clean", LEFT - 12, middle(0));
    int middle = (rowTop(1) + gridBottom) / 2;
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, MARGIN + 12, middle);
    centred(graphics, "source", MARGIN + 12, middle);
    graphics.setTransform(upright);
    graphics.setFont(STRONG);
    graphics.setColor(INK);
    for (int i = 0; i < count; i++) {
      centred(graphics, map.labels().get(i), columnLeft(i) + CELL_WIDTH / 2, TOP - 12);
      right(graphics, map.labels().get(i), LEFT - 12, middle(i + 1));
    }
  }

  private void drawRow(Graphics2D graphics, int row, List<Double> shares) {
    graphics.setFont(TEXT);
    for (int target = 0; target < count; target++) {
      double share = shares.get(target);
      graphics.setColor(colours.of(share));
      graphics.fillRect(columnLeft(target), rowTop(row), CELL_WIDTH - 2, CELL_HEIGHT - 2);
      graphics.setColor(colours.ink(share));
      centred(graphics, percent(share), columnLeft(target) + CELL_WIDTH / 2, middle(row));
    }
  }

  /** Where source and target are one. */
  private void drawDiagonal(Graphics2D graphics) {
    graphics.setColor(new Color(0xC2410C));
    graphics.setStroke(new BasicStroke(2));
    for (int i = 0; i < count; i++) {
      graphics.drawRect(columnLeft(i), rowTop(i + 1), CELL_WIDTH - 3, CELL_HEIGHT - 3);
    }
  }

  private void drawScale(Graphics2D graphics) {
    int left = LEFT + count * CELL_WIDTH + 22;
    int height = gridBottom - TOP - 2;
    for (int y = 0; y < height; y++) {
      double share = colours.most() - (colours.most() - colours.least()) * y / (height - 1);
      graphics.setColor(colours.of(share));
      graphics.fillRect(left, TOP + y, 18, 1);
    }
    graphics.setColor(FAINT);
    graphics.setFont(TEXT);
    graphics.drawString(percent(colours.most()), left + 26, TOP + 12);
    graphics.drawString(percent(colours.least()), left + 26, TOP + height);
  }

  private void drawLegend(Graphics2D graphics, List<List<String>> legend) {
    int baseline = gridBottom + MARGIN + 8;
    graphics.setFont(TEXT);
    graphics.setColor(new Color(0xC2410C));
    graphics.drawString("framed: crafted on the target itself", MARGIN, baseline);
    graphics.setColor(INK);
    for (List<String> lines : legend) {
      for (String line : lines) {
        baseline += LINE;
        graphics.drawString(line, MARGIN, baseline);
      }
    }
  }

  private static int columnLeft(int target) {
    return LEFT + target * CELL_WIDTH;
  }

  /** Row 0 is the one of the images as they are, and stands apart. */
  private static int rowTop(int row) {
    return TOP + row * CELL_HEIGHT + (row == 0 ? 0 : GAP);
  }

  private static int middle(int row) {
    return rowTop(row) + CELL_HEIGHT / 2 + 4;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static void centred(Graphics2D graphics, String text, int x, int baseline) {
    graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text) / 2, baseline);
  }

  private static void right(Graphics2D graphics, String text, int x, int baseline) {
    graphics.drawString(text, x - graphics.getFontMetrics().stringWidth(text), baseline);
  }

  private static FontMetrics metrics() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return graphics.getFontMetrics(TEXT);
    } finally {
      graphics.dispose();
    }
  }

  /** Broken between words; what goes on is indented. */
  private static List<String> wrapped(String text, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String next = line.isEmpty() ? word : line + " " + word;
      if (metrics.stringWidth(next) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append("      ").append(word);
      } else {
        line.setLength(0);
        line.append(next);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
