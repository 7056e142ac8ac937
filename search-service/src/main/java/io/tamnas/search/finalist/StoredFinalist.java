package io.tamnas.search.finalist;

import io.tamnas.search.specification.NetworkSettings;
import io.tamnas.space.Genotype;
import java.time.Instant;
import java.util.UUID;

/** A finalist as it is stored, without its networks. */
record StoredFinalist(
    UUID job,
    int number,
    Genotype genotype,
    Finalist.Reason reason,
    NetworkSettings settings,
    Instant createdAt) {}
