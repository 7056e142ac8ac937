package io.tamnas.protocol.task;

/**
 * Worker to service: the attempt lives.
 *
 * @param progress in [0, 1]
 */
public record Heartbeat(double progress) {}
