package io.tamnas.search.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A task and the worker that shall do it. */
record Pairing(ReadyTask ready, IdleWorker worker) {

  /**
   * Gives each task in turn the first of the workers left that can do it; one that nobody left can
   * do waits.
   */
  static List<Pairing> of(List<ReadyTask> tasks, List<IdleWorker> workers) {
    Set<IdleWorker> left = new LinkedHashSet<>(workers);
    List<Pairing> pairings = new ArrayList<>();
    for (ReadyTask ready : tasks) {
      Optional<IdleWorker> worker = left.stream().filter(one -> one.canDo(ready)).findFirst();
      worker.ifPresent(
          found -> {
            left.remove(found);
            pairings.add(new Pairing(ready, found));
          });
    }
    return pairings;
  }
}
