package io.tamnas.protocol.dataset;

import org.jspecify.annotations.Nullable;

/**
 * The images of a job: a data set by name, and how its training images are divided.
 *
 * @param name such as {@code cifar10}
 * @param directory relative to the worker's data root; absent: the data set's own name
 * @param validationImages how many training images are set aside for the search
 * @param splitSeed which ones
 * @param shapes only for {@code shapes}, which is drawn rather than read
 */
public record DatasetReference(
    String name,
    @Nullable String directory,
    int validationImages,
    long splitSeed,
    @Nullable Shapes shapes) {

  /** How the data set {@code shapes} is drawn. */
  public record Shapes(int imageSize, int trainingImages, int testImages, long seed) {}
}
