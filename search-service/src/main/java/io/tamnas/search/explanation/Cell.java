package io.tamnas.search.explanation;

/**
 * One choice of one gene in one size class, counted.
 *
 * @param gene its place in the genotype
 * @param choice the value of the gene
 */
record Cell(SizeClass size, int gene, int choice, Share front, Share measured) {

  static Cell of(Members members, int gene, int choice) {
    return new Cell(
        members.size(),
        gene,
        choice,
        members.inFront(genotype -> genotype.genes().get(gene) == choice),
        members.inAll(genotype -> genotype.genes().get(gene) == choice));
  }

  boolean isTested() {
    return FrontTest.canTest(front, measured);
  }
}
