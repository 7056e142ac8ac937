package io.tamnas.worker.attempt;

import io.tamnas.protocol.task.TaskAssignment;
import java.util.List;

/** Sees how attempts go. Called by their threads; it answers at once. */
public interface AttemptListener {

  /** Lives the attempt through by running that, once. */
  default void around(TaskAssignment assignment, Runnable life) {
    life.run();
  }

  /** Something was observed after so many steps. */
  default void stepped(TaskAssignment assignment, long step) {}

  /** So much of the work is done, in [0, 1]. */
  default void progressed(TaskAssignment assignment, double share) {}

  /** The work has come to its end; the service has not been told yet. */
  default void ended(TaskAssignment assignment, Outcome outcome) {}

  /** All of them, the first one outermost. */
  static AttemptListener all(List<AttemptListener> listeners) {
    return new AttemptListener() {
      @Override
      public void around(TaskAssignment assignment, Runnable life) {
        Runnable inner = life;
        for (AttemptListener listener : listeners.reversed()) {
          Runnable within = inner;
          inner = () -> listener.around(assignment, within);
        }
        inner.run();
      }

      @Override
      public void stepped(TaskAssignment assignment, long step) {
        listeners.forEach(listener -> listener.stepped(assignment, step));
      }

      @Override
      public void progressed(TaskAssignment assignment, double share) {
        listeners.forEach(listener -> listener.progressed(assignment, share));
      }

      @Override
      public void ended(TaskAssignment assignment, Outcome outcome) {
        listeners.forEach(listener -> listener.ended(assignment, outcome));
      }
    };
  }
}
