package io.tamnas.worker.intake;

import io.tamnas.protocol.worker.WorkerRegistration.AttemptReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The latest attempt that was begun here, of each of the last tasks. */
final class KnownAttempts {
  private static final int MOST = 1000;

  private final Map<UUID, Integer> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Integer> eldest) {
          return size() > MOST;
        }
      };

  /** The number of the latest attempt at the task; 0 where there was none. */
  int latest(UUID task) {
    return latest.getOrDefault(task, 0);
  }

  void add(AttemptReference attempt) {
    latest.remove(attempt.task());
    latest.put(attempt.task(), attempt.attempt());
  }
}
