package io.tamnas.search.specification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which members of an object only some words of one of its members take.
 *
 * @param choice the member whose word decides, such as {@code method}
 * @param words of each member that does not go with every word, those that it goes with
 */
record Owners(String choice, Map<String, List<String>> words) {
  Owners {
    words = Map.copyOf(words);
  }

  /** What to say of each member that does not go with the chosen word. */
  Map<String, String> foreignTo(String chosen) {
    Map<String, String> foreign = new TreeMap<>();
    words.forEach(
        (member, owners) -> {
          if (!owners.contains(chosen)) {
            foreign.put(
                member,
                "must be left out: it belongs to %s %s, not to %s"
                    .formatted(Shown.quoted(choice), Shown.list(owners), Shown.quoted(chosen)));
          }
        });
    return foreign;
  }
}
