package io.tamnas.search.task;

/** How a worker met an assignment. */
sealed interface Delivery {

  /** It works at it. */
  record Accepted() implements Delivery {}

  /** It has something else in hand, and wants to be left alone for a while. */
  record Busy(double retryAfterSeconds) implements Delivery {}

  /** It answered that it does not want it. */
  record Refused(int status) implements Delivery {}

  /** No answer came. */
  record Unreachable(String reason) implements Delivery {}
}
