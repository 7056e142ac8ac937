package io.tamnas.chaos.fault;

import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.network.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes faults while a job runs. */
public record Saboteur(Cluster cluster, Chronicle chronicle) {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PAUSE_MILLIS = 50;

  /** One after the other; gives those that began before the job had ended. */
  public List<Recovery> carryOut(List<Trial> trials) throws InterruptedException {
    List<Recovery> recoveries = new ArrayList<>();
    for (Trial trial : trials) {
      if (!awaitMoment(trial).isEnd()) {
        recoveries.add(carryOut(trial));
      }
    }
    return List.copyOf(recoveries);
  }

  private Standing awaitMoment(Trial trial) throws InterruptedException {
    return chronicle.await(now -> now.hasReached(trial.phase(), trial.share()), LIMIT);
  }

  private Recovery carryOut(Trial trial) throws InterruptedException {
    Standing at = chronicle.last();
    int before = cluster.broken(trial.link());
    cluster.impose(trial.link(), trial.fault());
    TimeUnit.MILLISECONDS.sleep(trial.duration().toMillis());
    awaitVictim(trial, before);
    cluster.heal(trial.link());
    Mark healed = Mark.now();
    return new Recovery(trial, at, chronicle.awaitProgress(healed, LIMIT));
  }

  /** Some faults show only when something is sent. */
  private void awaitVictim(Trial trial, int before) throws InterruptedException {
    boolean needsOne =
        switch (trial.fault()) {
          case Fault.BrokenUploads _, Fault.LostAnswers _ -> true;
          case Fault.None _, Fault.Cut _, Fault.Delay _, Fault.Silence _, Fault.HeldUploads _ ->
              false;
        };
    long end = System.nanoTime() + LIMIT.toNanos();
    while (needsOne && cluster.broken(trial.link()) == before) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("nothing was sent in " + trial);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }
}
