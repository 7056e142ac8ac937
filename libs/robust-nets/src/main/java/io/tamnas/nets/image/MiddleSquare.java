package io.tamnas.nets.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * The largest square in the middle of a picture, 8 bits a sample. Samples are taken as they are
 * stored: Java's own conversions would brighten grey pictures.
 */
final class MiddleSquare {
  private final Raster source;
  private final ColorModel colours;
  private final WritableRaster target;
  private final int side;

  private MiddleSquare(BufferedImage image, WritableRaster target) {
    this.source = image.getRaster();
    this.colours = image.getColorModel();
    this.target = target;
    this.side = target.getWidth();
  }

  static BufferedImage of(BufferedImage image, PixelFormat.Colours wanted)
      throws UnreadableImageException {
    requireColours(image);
    int side = Math.min(image.getWidth(), image.getHeight());
    BufferedImage square =
        new BufferedImage(
            side,
            side,
            switch (wanted) {
              case GREY -> BufferedImage.TYPE_BYTE_GRAY;
              case RGB -> BufferedImage.TYPE_3BYTE_BGR;
            });
    new MiddleSquare(image, square.getRaster()).copyRows();
    return square;
  }

  private static void requireColours(BufferedImage image) throws UnreadableImageException {
    int type = image.getColorModel().getColorSpace().getType();
    if (type != ColorSpace.TYPE_RGB && type != ColorSpace.TYPE_GRAY) {
      throw new UnreadableImageException("has colours that are neither grey nor RGB: convert it");
    }
  }

  private void copyRows() {
    int left = (source.getWidth() - side) / 2;
    int top = (source.getHeight() - side) / 2;
    int[] from = new int[side * source.getNumBands()];
    int[] to = new int[side * target.getNumBands()];
    for (int row = 0; row < side; row++) {
      source.getPixels(left, top + row, side, 1, from);
      for (int column = 0; column < side; column++) {
        put(rgb(from, column * source.getNumBands()), to, column);
      }
      target.setPixels(0, row, side, 1, to);
    }
  }

  /** Red, green and blue of a pixel, 8 bits each. */
  private int rgb(int[] samples, int place) {
    if (colours instanceof IndexColorModel palette) {
      return palette.getRGB(samples[place]);
    }
    int red = eightBits(samples[place], 0);
    if (source.getNumBands() < 3) {
      return red << 16 | red << 8 | red;
    }
    return red << 16 | eightBits(samples[place + 1], 1) << 8 | eightBits(samples[place + 2], 2);
  }

  private int eightBits(int sample, int band) {
    int most = (1 << colours.getComponentSize(band)) - 1;
    return most == 255 ? sample : (sample * 255 + most / 2) / most;
  }

  /** Grey is ITU-R BT.601's luma. */
  private void put(int rgb, int[] row, int column) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    if (target.getNumBands() == 1) {
      row[column] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
    } else {
      row[3 * column] = red;
      row[3 * column + 1] = green;
      row[3 * column + 2] = blue;
    }
  }
}
