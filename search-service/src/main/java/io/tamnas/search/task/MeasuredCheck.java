package io.tamnas.search.task;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.task.TaskResult.NetworkMeasured;

/** Whether what was measured of a network is what was asked for. */
public final class MeasuredCheck {

  private MeasuredCheck() {}

  /**
   * Refuses images that were not asked for.
   *
   * @throws UnusableResult where the images are others than the protocol's, or of other data
   */
  public static void require(
      NetworkProtocol protocol, String datasetDigest, NetworkMeasured measured) {
    requireImages(protocol, measured.images());
    if (!measured.datasetDigest().equals(datasetDigest)) {
      throw new UnusableResult(
          "the search was made on data with digest "
              + datasetDigest
              + ", this is of "
              + measured.datasetDigest());
    }
  }

  /**
   * Refuses another number of images.
   *
   * @throws UnusableResult where they are more or fewer than the protocol's
   */
  public static void requireImages(NetworkProtocol protocol, int images) {
    if (images != protocol.images()) {
      throw new UnusableResult(
          "the protocol asks for " + protocol.images() + " images, not " + images);
    }
  }
}
