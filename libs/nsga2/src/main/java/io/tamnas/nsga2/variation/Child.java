package io.tamnas.nsga2.variation;

/** A new genotype and the two genotypes that it was made of; both may be the same one. */
public record Child<G>(G genotype, G firstParent, G secondParent) {}
