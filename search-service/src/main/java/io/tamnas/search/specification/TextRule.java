package io.tamnas.search.specification;

import java.util.function.Predicate;

/** What a text may be, and how to say so. */
record TextRule(String text, Predicate<String> allowed) {

  static final TextRule NAME =
      new TextRule(
          "a text of 1 to 100 characters without control characters",
          text -> !text.isBlank() && text.length() <= 100 && isPlain(text));

  static final TextRule DIRECTORY =
      new TextRule(
          "a directory relative to the worker's data root, such as \"cifar-10-batches-bin\","
              + " without \"..\", backslash or control characters",
          TextRule::isInside);

  static final TextRule DIGEST =
      new TextRule(
          "the SHA-256 of an artifact as 64 lower-case hexadecimal digits",
          text -> text.matches("[0-9a-f]{64}"));

  static final TextRule ID =
      new TextRule(
          "a UUID such as 0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11",
          text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));

  static final TextRule MACHINE =
      new TextRule(
          "a kind of machine as a worker registers it, of 1 to 500 characters without control"
              + " characters",
          text -> !text.isBlank() && text.length() <= 500 && isPlain(text));

  boolean allows(String value) {
    return allowed.test(value);
  }

  private static boolean isInside(String path) {
    return path.equals(".")
        || (!path.isBlank()
            && path.length() <= 255
            && isPlain(path)
            && path.indexOf('\\') < 0
            && path.indexOf(':') < 0
            && hasPlainSegments(path));
  }

  private static boolean hasPlainSegments(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isBlank() || segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /** Whether every character can be printed and stored: no control, no half of a pair. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || Character.getType(point) == Character.UNASSIGNED);
  }
}
