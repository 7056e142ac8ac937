package io.tamnas.protocol.task;

/** Worker to service: this uploaded artifact is the state after that many steps. */
public record CheckpointReport(String artifact, long step) {}
