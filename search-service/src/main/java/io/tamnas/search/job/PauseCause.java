package io.tamnas.search.job;

/** Why a job rests. */
enum PauseCause {
  /** A person wanted it. */
  USER,
  /** It cannot go on by itself. */
  FAILURE
}
