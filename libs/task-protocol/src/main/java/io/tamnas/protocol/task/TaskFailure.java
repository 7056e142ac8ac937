package io.tamnas.protocol.task;

/**
 * Worker to service: the attempt failed.
 *
 * @param reason what a user can act on; no stack trace
 */
public record TaskFailure(FailureClass failureClass, String reason) {}
