package io.tamnas.nets.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a file of tensors belongs to: names and values, each on one line, in a fixed order. */
public record Header(Map<String, String> entries) {

  /**
   * Checks the entries.
   *
   * @throws IllegalArgumentException where a name has an equals sign, or anything a line break
   */
  public Header {
    entries.forEach(Header::check);
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  private static void check(String name, String value) {
    if (name.isEmpty() || name.contains("=") || (name + value).contains("\n")) {
      throw new IllegalArgumentException("no header entry: '" + name + "=" + value + "'");
    }
  }

  /** One line per entry: {@code name=value}. */
  String text() {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** Reads what {@link #text()} wrote. */
  static Header parse(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return new Header(entries);
    }
    for (String line : text.split("\n", 0)) {
      int equals = line.indexOf('=');
      if (equals < 1
          || entries.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("header line '" + line + "' is unreadable");
      }
    }
    return new Header(entries);
  }

  /** The value of a name, or nothing. */
  public String value(String name) {
    return entries.getOrDefault(name, "");
  }
}
