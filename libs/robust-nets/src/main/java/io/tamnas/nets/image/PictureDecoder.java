package io.tamnas.nets.image;

import com.twelvemonkeys.image.ResampleOp;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes PNG and JPEG files: the largest square in the middle, resampled to the wanted size by
 * Mitchell's filter (arithmetic alone, no sines, so that every machine gets the same). Transparency
 * and the orientation of cameras are passed over. Safe for use by several threads.
 */
public final class PictureDecoder {
  private static final ImageReaderSpi PNG = png();
  private static final ImageReaderSpi JPEG = jpeg();

  private final PixelFormat format;

  public PictureDecoder(PixelFormat format) {
    this.format = format;
  }

  /**
   * The pixels of a file, channel by channel, row by row (C × side × side), one unsigned byte each.
   *
   * @throws UnreadableImageException where the file is of another kind, truncated, damaged,
   *     animated, or too large when unpacked
   */
  public byte[] pixels(byte[] content) throws UnreadableImageException {
    PictureHeader header = PictureHeader.read(content);
    BufferedImage square = MiddleSquare.of(decode(content, header), format.colours());
    return Planes.of(resized(square));
  }

  private BufferedImage resized(BufferedImage square) {
    int side = format.side();
    return square.getWidth() == side
        ? square
        : new ResampleOp(side, side, ResampleOp.FILTER_MITCHELL).filter(square, null);
  }

  private static BufferedImage decode(byte[] content, PictureHeader header)
      throws UnreadableImageException {
    ImageReaderSpi reading =
        switch (header.kind()) {
          case PNG -> PNG;
          case JPEG -> JPEG;
        };
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      ImageReader reader = reading.createReaderInstance();
      try {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(stream, true, true);
        BufferedImage image = reader.read(0);
        requireSize(image, header);
        requireWhole(warnings);
        return image;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      throw new UnreadableImageException(
          "is damaged: its %s data cannot be decoded (%s)"
              .formatted(header.kind(), damaged.getMessage()));
    }
  }

  /** Decoders fill what is missing with grey, and mention it; other warnings cost no pixels. */
  private static void requireWhole(List<String> warnings) throws IOException {
    for (String warning : warnings) {
      if (warning.contains("premature end") || warning.contains("bad Huffman code")) {
        throw new IOException(warning);
      }
    }
  }

  private static void requireSize(BufferedImage image, PictureHeader header) throws IOException {
    if (image.getWidth() != header.width() || image.getHeight() != header.height()) {
      throw new IOException(
          "its header says %d×%d pixels, its data %d×%d"
              .formatted(header.width(), header.height(), image.getWidth(), image.getHeight()));
    }
  }

  private static ImageReaderSpi png() {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if (provider.getClass().getName().equals("com.sun.imageio.plugins.png.PNGImageReaderSpi")) {
        return provider;
      }
    }
    throw new IllegalStateException("this Java has no reader of PNG");
  }

  /** By name, not by whichever reader is found first on the class path. */
  private static ImageReaderSpi jpeg() {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    @Nullable JPEGImageReaderSpi known =
        registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
    if (known != null) {
      return known;
    }
    JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
    registry.registerServiceProvider(provider, ImageReaderSpi.class);
    return provider;
  }
}
