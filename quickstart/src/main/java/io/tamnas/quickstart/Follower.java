package io.tamnas.quickstart;

import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.NoAnswerException;
import io.tamnas.quickstart.job.SearchApi;
import io.tamnas.quickstart.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Watches a job until it does not go on by itself, or until the house is closed. */
record Follower(House house, SearchApi api, Progress progress, InstantSource clock) {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** How long a service is borne whose process lives but that does not answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * The last status.
   *
   * @throws io.tamnas.quickstart.house.HouseException where a process ended meanwhile
   * @throws NoAnswerException where the service did not answer for a minute
   */
  JobStatus follow(String job) throws InterruptedException {
    try {
      JobStatus status = status(job);
      progress.show(status);
      while (!status.isEnd() && !house.awaitClosing(PAUSE)) {
        house.requireAlive();
        status = status(job);
        progress.show(status);
      }
      return status;
    } finally {
      progress.end();
    }
  }

  private JobStatus status(String job) throws InterruptedException {
    Instant end = clock.instant().plus(PATIENCE);
    while (true) {
      try {
        return api.status(job);
      } catch (NoAnswerException e) {
        house.requireAlive();
        if (clock.instant().isAfter(end) || house.awaitClosing(PAUSE)) {
          throw e;
        }
      }
    }
  }
}
