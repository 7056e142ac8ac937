package io.tamnas.search.supernet;

/**
 * A trained supernet.
 *
 * @param artifact SHA-256 of its file
 * @param space the search space whose subnets it holds, as text
 * @param dataset the data set and its division, as text
 * @param datasetDigest of the records and their split that it was trained on
 */
public record Supernet(String artifact, String space, String dataset, String datasetDigest) {}
