package io.tamnas.search.finalist;

import io.tamnas.search.specification.FinalistSettings;
import io.tamnas.space.Genotype;
import java.time.Instant;
import java.util.UUID;

/** A finalist as it is stored, without its networks. */
record StoredFinalist(
    UUID job,
    int number,
    Genotype genotype,
    Finalist.Reason reason,
    FinalistSettings settings,
    Instant createdAt) {}
