package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.chaos.cluster.Link;
import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.network.Fault;
import io.tamnas.chaos.network.UploadGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Carries out a plan while a job runs. */
public record Killer(Cluster cluster, Chronicle chronicle) {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration UPLOAD_LIMIT = Duration.ofSeconds(20);
  private static final int HALF_AN_UPLOAD = 1 << 15;

  /** Kills what is planned; gives what happened before the job had ended. */
  public List<Death> carryOut(KillPlan plan) throws InterruptedException {
    List<Death> deaths = new ArrayList<>();
    for (Kill kill : plan.kills()) {
      if (!awaitMoment(kill.moment()).isEnd()) {
        deaths.add(carryOut(kill));
      }
    }
    return List.copyOf(deaths);
  }

  private Standing awaitMoment(Moment moment) throws InterruptedException {
    return chronicle.await(now -> now.hasReached(moment.phase(), moment.share()), LIMIT);
  }

  private Death carryOut(Kill kill) throws InterruptedException {
    return switch (kill.moment().within()) {
      case ANYTHING -> end(kill, () -> {});
      case UPLOAD -> inUpload(kill);
    };
  }

  private Death inUpload(Kill kill) throws InterruptedException {
    UploadGate gate = new UploadGate();
    cluster.impose(Link.TRAINER_TO_SERVICE, new Fault.HeldUploads(gate, HALF_AN_UPLOAD));
    try {
      if (!gate.awaitUpload(UPLOAD_LIMIT)) {
        throw new IllegalStateException("no upload came within " + UPLOAD_LIMIT);
      }
      return end(kill, () -> letGo(gate));
    } finally {
      letGo(gate);
    }
  }

  private void letGo(UploadGate gate) {
    cluster.heal(Link.TRAINER_TO_SERVICE);
    gate.open();
  }

  private Death end(Kill kill, Runnable whenKilled) throws InterruptedException {
    Standing at = chronicle.last();
    Mark mark = Mark.now();
    switch (kill.manner()) {
      case KILLED -> {
        cluster.kill(kill.victims());
        whenKilled.run();
        TimeUnit.MILLISECONDS.sleep(kill.outage().toMillis());
        cluster.startAgain(kill.victims());
      }
      case ROLLING -> roll(kill);
    }
    return new Death(kill, at, chronicle.awaitProgress(mark, LIMIT));
  }

  private void roll(Kill kill) throws InterruptedException {
    for (Member member : new TreeSet<>(kill.victims())) {
      cluster.stop(member);
      TimeUnit.MILLISECONDS.sleep(kill.outage().toMillis());
      cluster.startAgain(Set.of(member));
    }
  }
}
