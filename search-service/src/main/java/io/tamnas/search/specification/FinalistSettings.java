package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;
import java.util.List;

/**
 * How members of the last front become networks of their own.
 *
 * @param count how many of the front; 0 is none
 * @param starts each of them is trained once from each
 * @param training the same for all starts; its paths and scale warm-up mean nothing for one network
 * @param selection which state of a training is kept, by validation images
 * @param validation what is measured once on the test split
 * @param check by what an exported file is compared with its network
 */
public record FinalistSettings(
    int count,
    List<FinalistStart> starts,
    TrainingSettings training,
    CheckpointSelection selection,
    NetworkProtocol validation,
    NetworkProtocol check) {

  /** The most finalists of a job. */
  public static final int MOST = 12;

  public FinalistSettings {
    starts = List.copyOf(starts);
  }
}
