package io.tamnas.search.worker;

import java.util.UUID;

/** A worker has registered: what its earlier incarnations had in hand is over. */
public record WorkerRegistered(String worker, UUID incarnation) {}
