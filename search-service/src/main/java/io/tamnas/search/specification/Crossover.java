package io.tamnas.search.specification;

/**
 * How two parents make a child.
 *
 * @param probability of a pair to be crossed at all
 */
public record Crossover(CrossoverKind kind, double probability) {}
