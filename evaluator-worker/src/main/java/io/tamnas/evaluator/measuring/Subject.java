package io.tamnas.evaluator.measuring;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.protocol.task.Work;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import io.tamnas.space.Violation;
import io.tamnas.worker.task.TaskFailedException;
import java.util.List;

/** What is measured: a genotype of a space. */
record Subject(SearchSpace space, Genotype genotype) {

  /**
   * The subject of the task.
   *
   * @throws TaskFailedException as INVALID where the space is none, or the genotype not of it
   */
  static Subject of(Work.Evaluate work) {
    try {
      SearchSpace space = SearchSpace.parse(work.space()).requireValid();
      Genotype genotype = new Genotype(work.genotype());
      requireOf(space, genotype);
      return new Subject(space, genotype);
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
