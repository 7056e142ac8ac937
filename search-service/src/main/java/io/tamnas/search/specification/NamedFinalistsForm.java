package io.tamnas.search.specification;

import io.tamnas.space.Genotype;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A request for one finalist from one start, with every setting explicit. */
public final class NamedFinalistsForm {

  private NamedFinalistsForm() {}

  /** A body that asks the finalist's job for the same network again. */
  public static ObjectNode json(Genotype genotype, FinalistStart start, NetworkSettings settings) {
    ObjectNode node = CanonicalForm.object();
    var genes = node.putArray("genotypes").addArray();
    genotype.genes().forEach(genes::add);
    ObjectNode finalists =
        CanonicalFinalists.json(new FinalistSettings(1, List.of(start), settings));
    finalists.remove("count");
    return node.setAll(finalists);
  }
}
