package io.tamnas.evaluator.measuring;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.Violation;
import io.tamnas.worker.task.TaskFailedException;
import java.util.List;

/** What is measured: genotypes of a space. */
public record Subjects(SearchSpace space, List<Genotype> genotypes) {
  public Subjects {
    genotypes = List.copyOf(genotypes);
  }

  /**
   * Those genotypes of that space.
   *
   * @throws TaskFailedException as INVALID where the space is none, or a genotype not of it
   */
  public static Subjects of(String text, List<List<Integer>> genes) {
    try {
      SearchSpace space = SearchSpace.parse(text).requireValid();
      List<Genotype> genotypes = genes.stream().map(Genotype::new).toList();
      genotypes.forEach(genotype -> requireOf(space, genotype));
      return new Subjects(space, genotypes);
    } catch (IllegalArgumentException invalid) {
      throw new TaskFailedException(
          FailureClass.INVALID, String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private static void requireOf(SearchSpace space, Genotype genotype) {
    List<Violation> violations = space.violations(genotype);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException("the genotype is not of its space: " + violations);
    }
  }
}
