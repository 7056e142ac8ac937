package io.tamnas.search.probe;

import java.util.UUID;

/** A probe of a job, from 1. */
record ProbeId(UUID job, int number) {

  private static final String PREFIX = "probe/";

  /** What its tasks are about, such as {@code probe/2}. */
  String subject() {
    return PREFIX + number;
  }

  /** Whether that is what a probe's tasks are about. */
  static boolean isSubject(String subject) {
    return subject.startsWith(PREFIX);
  }

  /** The probe that a task of the job is about. */
  static ProbeId of(UUID job, String subject) {
    return new ProbeId(job, Integer.parseInt(subject.substring(PREFIX.length())));
  }
}
