package io.tamnas.nets.dataset;

import java.nio.file.Path;
import java.util.SplittableRandom;

/** Reads a packed file in a process of its own, with little heap; started by a test. */
final class PackedMemory {
  static final int IMAGE_BYTES = 3072;
  static final int IMAGES = 300_000;

  private PackedMemory() {}

  static PackedFile.Layout layout() {
    return new PackedFile.Layout("0".repeat(64), 1000, IMAGE_BYTES, IMAGES - 1000, 1000);
  }

  /** Opens, divides and reads all of it; prints what the digest and the labels are. */
  public static void main(String[] arguments) throws Exception {
    PackedFile packed = PackedFile.open(Path.of(arguments[0]), layout()).orElseThrow();
    Dataset dataset =
        new SourceImages(
                "folder",
                new io.tamnas.space.InputShape(3, 32, 32),
                1000,
                packed.training(),
                packed.test(),
                packed.records())
            .divided(new Division(10_000, 1));
    byte[] pixels = new byte[IMAGE_BYTES];
    SplittableRandom random = new SplittableRandom(1);
    long labels = 0;
    for (int read = 0; read < IMAGES; read++) {
      int index = random.nextInt(dataset.training().size());
      dataset.training().copyPixels(index, pixels, 0);
      labels += dataset.training().label(index);
    }
    System.out.println(dataset.digest() + " " + labels + " " + Runtime.getRuntime().maxMemory());
  }
}
