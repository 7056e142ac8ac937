package io.tamnas.protocol.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The images of a job: a data set by name, and how its training images are divided.
 *
 * @param name such as {@code cifar10}
 * @param directory relative to the worker's data root; absent: the data set's own name
 * @param validationImages how many training images are set aside for the search
 * @param splitSeed which ones
 * @param shapes only for {@code shapes}, which is drawn rather than read
 * @param folder only for {@code folder}: what its pictures are brought to
 */
public record DatasetReference(
    String name,
    @Nullable String directory,
    int validationImages,
    long splitSeed,
    @Nullable Shapes shapes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Folder folder) {

  /** Of images that are as they are. */
  public DatasetReference(
      String name,
      @Nullable String directory,
      int validationImages,
      long splitSeed,
      @Nullable Shapes shapes) {
    this(name, directory, validationImages, splitSeed, shapes, null);
  }

  /** How the data set {@code shapes} is drawn. */
  public record Shapes(int imageSize, int trainingImages, int testImages, long seed) {}

  /**
   * What the pictures of a {@code folder} are brought to.
   *
   * @param imageSize height and width
   * @param channels 1 for grey, 3 for red, green and blue
   * @param classes how many directories hold them
   */
  public record Folder(int imageSize, int channels, int classes) {}
}
