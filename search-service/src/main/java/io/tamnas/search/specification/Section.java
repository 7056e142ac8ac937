package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of the document. Asking for a member makes its name known; {@link #finish()} notes the
 * members that nobody asked for. A member that is absent or wrong reads as its default, so that
 * everything wrong is found in one pass.
 */
final class Section {

  private final JsonNode object;
  private final String pointer;
  private final Findings findings;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, String> foreign = new TreeMap<>();

  private Section(JsonNode object, String pointer, Findings findings) {
    this.object = object;
    this.pointer = pointer;
    this.findings = findings;
  }

  /** The object that an item should be; an empty one, and a violation, where it is none. */
  static Section of(Item item) {
    if (item.node().isObject()) {
      return new Section(item.node(), item.pointer(), item.findings());
    }
    item.reject("an object");
    return new Section(JsonNodeFactory.instance.objectNode(), item.pointer(), item.findings());
  }

  /** Where this object stands or would stand. */
  String pointer() {
    return pointer;
  }

  /** The object itself. */
  JsonNode object() {
    return object;
  }

  Findings findings() {
    return findings;
  }

  boolean has(String name) {
    return object.has(name);
  }

  /** Where a member stands or would stand (RFC 6901). */
  String pointer(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether nothing is wrong with any of these members. */
  boolean trusts(String... names) {
    return Arrays.stream(names).allMatch(name -> findings.trust(pointer(name)));
  }

  /** Puts all members into another object, over those that are there. */
  void copyTo(ObjectNode other) {
    object.properties().forEach(member -> other.set(member.getKey(), member.getValue()));
  }

  Optional<Item> member(String name) {
    known.add(name);
    return object.has(name)
        ? Optional.of(new Item(object.get(name), pointer(name), findings))
        : Optional.empty();
  }

  /** A member that must be there; a violation where it is not. */
  Optional<Item> required(String name, String expected) {
    Optional<Item> member = member(name);
    if (member.isEmpty() && findings.trust(pointer(name))) {
      findings.add(pointer(name), "is missing; must be " + expected);
    }
    return member;
  }

  /** The object of that name; an empty one where it is absent, so that all is default. */
  Section section(String name) {
    return member(name)
        .map(Section::of)
        .orElseGet(
            () -> new Section(JsonNodeFactory.instance.objectNode(), pointer(name), findings));
  }

  /** The items of a list; a violation where it is no list, or too short or too long. */
  Optional<List<Item>> list(String name, Range size) {
    return member(name).flatMap(item -> items(item, size));
  }

  int wholeNumber(String name, Range range, int fallback) {
    return Math.toIntExact(longNumber(name, range).orElse(fallback));
  }

  OptionalLong longNumber(String name, Range range) {
    return member(name).map(item -> item.wholeNumber(range)).orElseGet(OptionalLong::empty);
  }

  long seed(String name, long fallback) {
    return longNumber(name, Range.ANY).orElse(fallback);
  }

  double number(String name, Interval interval, double fallback) {
    return member(name).map(item -> item.number(interval).orElse(fallback)).orElse(fallback);
  }

  <T> T word(String name, Words<T> words, T fallback) {
    return member(name).flatMap(item -> item.word(words)).orElse(fallback);
  }

  Budget budget(String name, Budget fallback) {
    return member(name).flatMap(Item::budget).orElse(fallback);
  }

  /** From here on it is said of members that belong to other words of a choice that they do. */
  void choose(Owners owners, String chosen) {
    foreign.putAll(owners.foreignTo(chosen));
  }

  /** Notes every member that was not asked for, naming those that can be. */
  void finish() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .limit(Findings.MOST)
        .forEach(
            name -> {
              String elsewhere = foreign.get(name);
              findings.add(pointer(name), elsewhere == null ? unknown(name) : elsewhere);
            });
  }

  private String unknown(String name) {
    return "is not known here"
        + Spelling.hint(name, known)
        + (known.isEmpty() ? "" : "; known are " + Shown.list(known));
  }

  /** The entries of what should be a list; a violation where it is none, or of another size. */
  static Optional<List<Item>> items(Item item, Range size) {
    if (!item.node().isArray()) {
      item.reject("a list");
      return Optional.empty();
    }
    if (!size.contains(item.node().size())) {
      item.findings()
          .add(
              item.pointer(),
              "must have %s entries, has %d".formatted(size.count(), item.node().size()));
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode entry : item.node()) {
      items.add(new Item(entry, item.pointer() + "/" + items.size(), item.findings()));
    }
    return Optional.of(items);
  }
}
