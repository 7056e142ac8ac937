package io.tamnas.worker.identity;

/**
 * What a worker computes with.
 *
 * @param device such as {@code cpu} or {@code gpu}
 * @param version of the worker
 * @param numericEnvironment all that changes bits in what it computes
 */
public record WorkerDescription(String device, String version, String numericEnvironment) {}
