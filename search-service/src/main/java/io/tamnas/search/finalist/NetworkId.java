package io.tamnas.search.finalist;

import io.tamnas.search.specification.FinalistStart;
import java.util.Arrays;
import java.util.UUID;

/** A finalist's network, by the weights that its training began with. */
record NetworkId(UUID job, int finalist, FinalistStart start) {

  /** What its tasks are about, such as {@code 2/scratch}. */
  String subject() {
    return finalist + "/" + start.text();
  }

  /** Whether that is what a finalist's tasks are about. */
  static boolean isSubject(String subject) {
    return subject.matches("[0-9]+/.+");
  }

  /** The network that a task of the job is about. */
  static NetworkId of(UUID job, String subject) {
    int slash = subject.indexOf('/');
    return new NetworkId(
        job, Integer.parseInt(subject.substring(0, slash)), start(subject.substring(slash + 1)));
  }

  private static FinalistStart start(String text) {
    return Arrays.stream(FinalistStart.values())
        .filter(start -> start.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
