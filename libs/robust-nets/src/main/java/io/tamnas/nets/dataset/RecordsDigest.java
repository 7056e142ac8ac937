package io.tamnas.nets.dataset;

/** How the records of a source enter its digest. */
sealed interface RecordsDigest {

  /** Each of them, whenever the digest is taken: for what lies in memory. */
  record EachRecord() implements RecordsDigest {}

  /** By their own digest, taken when they were packed: for what is too much to read each time. */
  record Known(String sha256) implements RecordsDigest {}
}
