package io.tamnas.nets.dataset;

import io.tamnas.space.InputShape;

/**
 * A data set, divided. The search sees training and validation; the test split is for validating
 * finalists alone.
 */
public interface Dataset {

  /** Such as {@code cifar10}. */
  String name();

  /** Channels × height × width of every image. */
  InputShape shape();

  /** How many classes there are. */
  int classes();

  Images training();

  Images validation();

  Images test();

  /** SHA-256 of the decoded records, in order, and of the division, in lower-case hexadecimal. */
  String digest();
}
