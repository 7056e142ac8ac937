package io.tamnas.worker.intake.web;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.protocol.task.TaskKind;
import io.tamnas.worker.problem.InvalidTaskException;
import io.tamnas.worker.problem.Violation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks what the service hands over, before anything begins. */
final class Assignments {
  private final Set<TaskKind> kinds;

  Assignments(Set<TaskKind> kinds) {
    this.kinds = new TreeSet<>(kinds);
  }

  /**
   * Returns where the assignment can be taken.
   *
   * @throws InvalidTaskException with all that is wrong
   */
  void requireValid(TaskAssignment assignment) {
    List<Violation> violations = RequiredMembers.missing(assignment);
    if (assignment.attempt() < 1) {
      violations.add(new Violation("/attempt", "is at least 1, not " + assignment.attempt()));
    }
    if (assignment.leaseSeconds() < 1) {
      violations.add(
          new Violation("/leaseSeconds", "is at least 1, not " + assignment.leaseSeconds()));
    }
    requireKnownKind(assignment, violations);
    if (!violations.isEmpty()) {
      throw new InvalidTaskException(violations);
    }
  }

  @SuppressWarnings("ConstantValue") // what comes over the wire may lack any member
  private void requireKnownKind(TaskAssignment assignment, List<Violation> violations) {
    if (assignment.work() != null && !kinds.contains(assignment.work().kind())) {
      violations.add(
          new Violation(
              "/work/kind", "this worker does " + kinds + ", not " + assignment.work().kind()));
    }
  }
}
