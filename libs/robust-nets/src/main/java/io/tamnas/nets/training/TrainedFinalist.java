package io.tamnas.nets.training;

import io.tamnas.nets.measuring.Measurement;
import java.nio.file.Path;

/**
 * The file of a trained finalist.
 *
 * @param sha256 of the file, in lower-case hexadecimal
 * @param step after which the kept state was taken
 * @param selected what it reached when it was chosen, on the images of the selection
 */
public record TrainedFinalist(Path file, String sha256, int step, Measurement selected) {}
