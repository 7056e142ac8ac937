package io.tamnas.search.specification;

import io.tamnas.space.Layer;
import io.tamnas.space.SearchSpace;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search space written in full, so that a later change of a preset changes no stored job. Input
 * and classes are the data set's and are not written.
 */
final class CanonicalSpace {

  private CanonicalSpace() {}

  static ObjectNode json(SearchSpace space) {
    ObjectNode node = CanonicalForm.object();
    node.putObject("stem").put("width", space.stem().width()).put("stride", space.stem().stride());
    var layers = node.putArray("layers");
    space.layers().forEach(layer -> layers.add(layer(layer)));
    return node.put("headWidth", space.headWidth());
  }

  private static ObjectNode layer(Layer layer) {
    ObjectNode node = CanonicalForm.object();
    node.put("width", layer.width());
    node.put("stride", layer.stride());
    var blocks = node.putArray("blocks");
    layer.blocks().forEach(block -> blocks.add(block.text()));
    var scales = node.putArray("scales");
    layer.scales().forEach(scale -> scales.add(new BigDecimal(scale.text())));
    return node;
  }
}
