package io.tamnas.nets.export;

/**
 * Where a network comes from; the file carries it.
 *
 * @param space in the text form of {@code SearchSpace}
 * @param genotype in the text form of {@code GenotypeText}
 * @param dataset whose images it was trained on
 */
public record Origin(String space, String genotype, String dataset) {}
