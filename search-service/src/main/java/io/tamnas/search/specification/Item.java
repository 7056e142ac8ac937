package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Budget;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * One value of the document and where it stands. Each reading notes a violation and is empty where
 * the value is not what it should be.
 */
record Item(JsonNode node, String pointer, Findings findings) {

  /** Notes that the value must be something else. */
  void reject(String expected) {
    findings.add(pointer, "must be " + expected + ", is " + Shown.value(node));
  }

  OptionalLong wholeNumber(Range range) {
    if (node.isIntegralNumber() && node.canConvertToLong() && range.contains(node.longValue())) {
      return OptionalLong.of(node.longValue());
    }
    reject(range.text());
    return OptionalLong.empty();
  }

  OptionalDouble number(Interval interval) {
    if (node.isNumber() && interval.contains(node.decimalValue().doubleValue())) {
      return OptionalDouble.of(node.decimalValue().doubleValue());
    }
    reject(interval.text());
    return OptionalDouble.empty();
  }

  Optional<String> text(TextRule rule) {
    if (node.isString() && rule.allows(node.stringValue())) {
      return Optional.of(node.stringValue());
    }
    reject(rule.text());
    return Optional.empty();
  }

  <T> Optional<T> word(Words<T> words) {
    Optional<T> found = node.isString() ? words.find(node.stringValue()) : Optional.empty();
    if (found.isEmpty()) {
      findings.add(
          pointer,
          "must be one of "
              + Shown.list(words.texts())
              + ", is "
              + Shown.value(node)
              + (node.isString() ? Spelling.hint(node.stringValue(), words.texts()) : ""));
    }
    return found;
  }

  Optional<Budget> budget() {
    return Budgets.read(this);
  }
}
