package io.tamnas.quickstart;

import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.SearchApi;
import io.tamnas.quickstart.progress.Progress;
import java.time.Duration;

/** Watches a job until it does not go on by itself, or until the house is closed. */
record Follower(House house, SearchApi api, Progress progress) {

  private static final Duration PAUSE = Duration.ofMillis(500);

  /**
   * The last status.
   *
   * @throws io.tamnas.quickstart.house.HouseException where a process ended meanwhile
   */
  JobStatus follow(String job) throws InterruptedException {
    try {
      JobStatus status = api.status(job);
      progress.show(status);
      while (!status.state().isEnd() && !house.awaitClosing(PAUSE)) {
        house.requireAlive();
        status = api.status(job);
        progress.show(status);
      }
      return status;
    } finally {
      progress.end();
    }
  }
}
