package io.tamnas.chaos.fault;

import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.chaos.cluster.Patience;
import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.network.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes faults while a job runs. */
public record Saboteur(Cluster cluster, Chronicle chronicle) {

  /** One after the other; gives those that were over before the job had ended. */
  public List<Recovery> carryOut(List<Trial> trials) throws InterruptedException {
    List<Recovery> recoveries = new ArrayList<>();
    for (Trial trial : trials) {
      if (!awaitMoment(trial).isEnd()) {
        carryOut(trial).ifPresent(recoveries::add);
      }
    }
    return List.copyOf(recoveries);
  }

  private Standing awaitMoment(Trial trial) throws InterruptedException {
    return chronicle.await(now -> now.hasReached(trial.phase(), trial.share()));
  }

  private Optional<Recovery> carryOut(Trial trial) throws InterruptedException {
    Standing at = chronicle.last();
    int before = cluster.broken(trial.link());
    cluster.impose(trial.link(), trial.fault());
    TimeUnit.MILLISECONDS.sleep(trial.duration().toMillis());
    awaitVictim(trial, before);
    boolean over = chronicle.last().isEnd();
    cluster.heal(trial.link());
    Mark healed = Mark.now();
    return over
        ? Optional.empty()
        : Optional.of(new Recovery(trial, at, chronicle.awaitProgress(healed)));
  }

  /** Some faults show only when something is sent. */
  private void awaitVictim(Trial trial, int before) throws InterruptedException {
    boolean needsOne =
        switch (trial.fault()) {
          case Fault.BrokenUploads _, Fault.LostAnswers _ -> true;
          case Fault.None _, Fault.Cut _, Fault.Delay _, Fault.Silence _, Fault.HeldUploads _ ->
              false;
        };
    Patience.await(
        () -> "nothing was sent in " + trial,
        () -> !needsOne || cluster.broken(trial.link()) > before || chronicle.last().isEnd());
  }
}
