package io.tamnas.nets.measuring;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tamnas.nets.dataset.Dataset;
import java.util.List;

/** The clean training images from which networks get normalization statistics. */
public final class RecalibrationImages {
  private static final int USUAL_IMAGES = 1024;
  private static final int USUAL_BATCH = 128;

  private RecalibrationImages() {}

  /**
   * The first ones, in batches; the last batch is perhaps smaller.
   *
   * @param manager closes them
   * @return each N × C × H × W in [0, 1]
   * @throws IllegalArgumentException where the data set has fewer
   */
  static List<NDArray> first(Dataset dataset, int images, int batch, NDManager manager) {
    return ImageTensors.first(
            dataset.training(), "training", dataset.shape(), images, batch, manager)
        .stream()
        .map(ImageTensors.Batch::images)
        .toList();
  }

  /**
   * The first 1,024 in batches of 128, or all where there are fewer.
   *
   * @param manager closes them
   * @return each N × C × H × W in [0, 1]
   */
  public static List<NDArray> usual(Dataset dataset, NDManager manager) {
    int images = Math.min(USUAL_IMAGES, dataset.training().size());
    return first(dataset, images, USUAL_BATCH, manager);
  }
}
