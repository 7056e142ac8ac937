package io.tamnas.search.report;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.measurement.MaskingWarning;
import java.util.ArrayList;
import java.util.List;

/** What stands beside the numbers of a row: why there are none, or why they may be too good. */
final class Notes {

  private final List<String> notes = new ArrayList<>();

  Notes failure(FailureClass failureClass, String reason) {
    notes.add(failureClass + ": " + reason);
    return this;
  }

  Notes warning(String text) {
    notes.add("Warning: " + text);
    return this;
  }

  /**
   * Those of one of a row's numbers.
   *
   * @param number which one
   */
  Notes warnings(String number, List<MaskingWarning> warnings) {
    warnings.forEach(one -> notes.add("Warning (%s): %s".formatted(number, one.text())));
    return this;
  }

  String text() {
    return String.join("; ", notes);
  }
}
