package io.tamnas.quickstart;

import java.util.List;

/** What was set cannot be run; the message names everything that is wrong. */
final class InvalidSettings extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  InvalidSettings(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** For the person who set it: what is wrong, and what can be set. */
  String text() {
    return "The settings cannot be used:\n  %s\nWhat can be set:\n%s"
        .formatted(String.join("\n  ", problems), Setting.help());
  }
}
