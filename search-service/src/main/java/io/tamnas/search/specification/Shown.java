package io.tamnas.search.specification;

import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** How a message shows what a user wrote: as JSON, on one line, never long. */
final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  static String value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "null";
      case STRING -> quoted(node.stringValue());
      case NUMBER -> shortened(node.numberValue().toString());
      case BOOLEAN -> node.asString();
      case BINARY, MISSING, POJO -> "nothing";
    };
  }

  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    shortened(text).chars().forEach(unit -> append(shown, (char) unit));
    return shown.append('"').toString();
  }

  /** Such as {@code "uniform", "two-point"}. */
  static String list(Collection<String> texts) {
    return texts.stream().map(Shown::quoted).collect(Collectors.joining(", "));
  }

  private static void append(StringBuilder shown, char unit) {
    if (unit == '"' || unit == '\\') {
      shown.append('\\').append(unit);
    } else if (Character.isISOControl(unit) || Character.isSurrogate(unit)) {
      shown.append("\\u%04x".formatted((int) unit));
    } else {
      shown.append(unit);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
