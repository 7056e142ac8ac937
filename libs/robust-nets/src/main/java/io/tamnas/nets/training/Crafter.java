package io.tamnas.nets.training;

import ai.djl.ndarray.NDArray;
import io.tamnas.nets.network.Classifier;
import java.util.List;

/** Makes the images from which a group of paths learns. */
interface Crafter {

  /**
   * Perturbed images.
   *
   * @param group which of the step's batches this is, from 0
   * @param adversaries at least one
   * @param pupil the first of the group's paths that learn, under frozen weights and with each
   *     batch's own statistics
   * @return the shape of the lesson's images, within ε of them and in [0, 1], in their manager
   */
  NDArray at(Lesson lesson, int group, List<Adversary> adversaries, Classifier pupil);
}
