package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.LatencyProtocol;
import java.util.Optional;

/**
 * How latencies are measured.
 *
 * @param machine the kind of machine on which alone; by default that of the first worker
 */
public record LatencySettings(LatencyProtocol protocol, Optional<String> machine) {}
