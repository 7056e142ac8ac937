package io.tamnas.search.reevaluation;

import io.tamnas.search.generation.Genes;
import io.tamnas.search.task.Task;
import io.tamnas.space.Genotype;
import java.util.UUID;

/** A subnet of a re-evaluation. */
record SubnetId(UUID job, int number, Genotype genotype) {

  /** What its task is about, such as {@code 2/0,3,1,9}. */
  String subject() {
    return number + "/" + Genes.write(genotype);
  }

  /** The subnet that a task is about. */
  static SubnetId of(Task task) {
    String subject = task.subject();
    int slash = subject.indexOf('/');
    return new SubnetId(
        task.job(),
        Integer.parseInt(subject.substring(0, slash)),
        Genes.read(subject.substring(slash + 1)));
  }
}
