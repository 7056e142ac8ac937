package io.tamnas.nets.training;

import java.nio.file.Path;

/**
 * The file of a trained supernet, which holds the averaged weights where the training averages.
 *
 * @param sha256 of the file, in lower-case hexadecimal
 */
public record TrainedSupernet(Path file, String sha256) {}
