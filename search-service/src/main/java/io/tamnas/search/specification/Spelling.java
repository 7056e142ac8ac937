package io.tamnas.search.specification;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known name a user probably meant. */
final class Spelling {

  private Spelling() {}

  /** The nearest known name, where it is near enough to be meant. */
  static Optional<String> nearest(String written, Collection<String> known) {
    if (written.length() > 64) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** Such as {@code ; did you mean "steps"?}, or nothing. */
  static String hint(String written, Collection<String> known) {
    return nearest(written, known)
        .map(name -> "; did you mean " + Shown.quoted(name) + "?")
        .orElse("");
  }

  /** Levenshtein's edit distance, regardless of case. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      advance(row, line, from.charAt(line - 1), to);
    }
    return row[to.length()];
  }

  private static void advance(int[] row, int line, char letter, String to) {
    int diagonal = row[0];
    row[0] = line;
    for (int column = 1; column < row.length; column++) {
      int replaced = diagonal + (to.charAt(column - 1) == letter ? 0 : 1);
      diagonal = row[column];
      row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
    }
  }
}
