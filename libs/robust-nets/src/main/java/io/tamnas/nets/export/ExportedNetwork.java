package io.tamnas.nets.export;

import java.nio.file.Path;

/** A file that gives what its network gives, and what it takes to run. */
public record ExportedNetwork(Path file, Agreement agreement, Footprint footprint) {}
