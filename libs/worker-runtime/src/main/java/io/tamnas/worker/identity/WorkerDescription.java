package io.tamnas.worker.identity;

import java.util.Optional;

/**
 * What a worker computes with.
 *
 * @param device such as {@code cpu} or {@code gpu}
 * @param version of the worker
 * @param numericEnvironment all that changes bits in what it computes
 * @param machine all that changes times in what it measures; empty where it measures none
 */
public record WorkerDescription(
    String device, String version, String numericEnvironment, Optional<String> machine) {

  /** Of a worker that measures no times. */
  public WorkerDescription(String device, String version, String numericEnvironment) {
    this(device, version, numericEnvironment, Optional.empty());
  }
}
