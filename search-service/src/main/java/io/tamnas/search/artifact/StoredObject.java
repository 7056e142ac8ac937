package io.tamnas.search.artifact;

import java.time.Instant;

/**
 * What lies in a store under an artifact's name.
 *
 * @param size in bytes
 * @param changedAt when it was put there, by the store's clock
 */
record StoredObject(Digest name, long size, Instant changedAt) {}
