package io.tamnas.search.measurement;

/**
 * Under what a genotype is measured; with the genotype and the numeric environment, all that a
 * measurement depends on.
 *
 * @param supernet SHA-256 of the artifact
 * @param protocol the evaluation protocol as JSON with its members in fixed order
 */
public record MeasurementKey(String supernet, String protocol, String datasetDigest) {}
