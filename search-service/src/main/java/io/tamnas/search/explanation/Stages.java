package io.tamnas.search.explanation;

import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/** Numbers the stages of a space: neighbours of one width, of which only the first may stride. */
final class Stages {

  private Stages() {}

  /** The stage of each layer, from 1. */
  static List<Integer> of(SearchSpace space) {
    List<Integer> stages = new ArrayList<>();
    int stage = 1;
    int width = space.layers().getFirst().width();
    for (Layer layer : space.layers()) {
      if (!stages.isEmpty() && (layer.width() != width || layer.stride() > 1)) {
        stage++;
      }
      width = layer.width();
      stages.add(stage);
    }
    return List.copyOf(stages);
  }
}
