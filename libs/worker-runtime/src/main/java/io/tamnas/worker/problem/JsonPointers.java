package io.tamnas.worker.problem;

import tools.jackson.core.JacksonException;

/** Where in a body a reader failed, as a JSON pointer (RFC 6901). */
final class JsonPointers {
  private JsonPointers() {}

  static String of(JacksonException exception) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : exception.getPath()) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
