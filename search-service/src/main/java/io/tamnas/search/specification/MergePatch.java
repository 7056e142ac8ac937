package io.tamnas.search.specification;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7386, section 2). */
final class MergePatch {

  private MergePatch() {}

  /** What the target becomes; neither argument changes. */
  static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged = CanonicalForm.object();
    if (target instanceof ObjectNode object) {
      merged.setAll(object);
    }
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        JsonNode before = merged.get(change.getKey());
        merged.set(
            change.getKey(),
            apply(before == null ? CanonicalForm.object() : before, change.getValue()));
      }
    }
    return merged;
  }
}
