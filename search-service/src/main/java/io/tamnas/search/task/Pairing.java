package io.tamnas.search.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A task and the worker that shall do it. */
record Pairing(ReadyTask ready, IdleWorker worker) {

  /**
   * Gives each task in turn the first of the workers left that can do it, one on which it did not
   * fail last if there is one; a task that nobody left can do waits. So many pairings at most.
   */
  static List<Pairing> of(List<ReadyTask> tasks, List<IdleWorker> workers, int most) {
    Set<IdleWorker> left = new LinkedHashSet<>(workers);
    List<Pairing> pairings = new ArrayList<>();
    for (ReadyTask ready : tasks) {
      if (pairings.size() == most) {
        break;
      }
      worker(ready, left)
          .ifPresent(
              found -> {
                left.remove(found);
                pairings.add(new Pairing(ready, found));
              });
    }
    return pairings;
  }

  private static Optional<IdleWorker> worker(ReadyTask ready, Set<IdleWorker> left) {
    return left.stream()
        .filter(one -> one.canDo(ready) && !ready.failedOn().equals(Optional.of(one.id())))
        .findFirst()
        .or(() -> left.stream().filter(one -> one.canDo(ready)).findFirst());
  }
}
