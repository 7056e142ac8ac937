package io.tamnas.nets.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** The samples of a picture, channel by channel. */
final class Planes {
  private Planes() {}

  static byte[] of(BufferedImage image) {
    Raster raster = image.getRaster();
    int area = raster.getWidth() * raster.getHeight();
    byte[] planes = new byte[raster.getNumBands() * area];
    int[] samples = new int[area];
    for (int band = 0; band < raster.getNumBands(); band++) {
      raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, samples);
      for (int pixel = 0; pixel < area; pixel++) {
        planes[band * area + pixel] = (byte) samples[pixel];
      }
    }
    return planes;
  }
}
