package io.tamnas.search.latency;

import java.util.Optional;

/**
 * On what kind of machine a job measures latencies, and no other.
 *
 * @param machine empty until one is given or has measured, and of a job that measures none
 * @param ofLargest the latency of the space's largest subnet there; empty until it is measured
 */
public record Pin(Optional<String> machine, Optional<Latency> ofLargest) {

  /** Of a job that is not bound to a kind of machine. */
  static final Pin NONE = new Pin(Optional.empty(), Optional.empty());
}
