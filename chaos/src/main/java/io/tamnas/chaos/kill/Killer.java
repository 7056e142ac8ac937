package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.chaos.cluster.Link;
import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.job.Standing;
import io.tamnas.chaos.kill.Moment.Within;
import io.tamnas.chaos.network.Fault;
import io.tamnas.chaos.network.UploadGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Carries out a plan while a job runs. What was killed is started again beside all else, so the
 * next kill may meet a process that is still starting.
 */
public record Killer(Cluster cluster, Chronicle chronicle) {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration UPLOAD_LIMIT = Duration.ofSeconds(10);
  private static final int HALF_AN_UPLOAD = 1 << 15;

  /** Kills what is planned; gives what happened before the job had ended. */
  public List<Blow> carryOut(KillPlan plan) throws InterruptedException {
    List<Blow> blows = new ArrayList<>();
    for (Kill kill : plan.kills()) {
      if (!awaitMoment(kill).isEnd()) {
        carryOut(kill).ifPresent(blows::add);
      }
    }
    return List.copyOf(blows);
  }

  private Standing awaitMoment(Kill kill) throws InterruptedException {
    Moment moment = kill.moment();
    cluster.awaitProcesses(kill.victims());
    return chronicle.await(now -> now.hasReached(moment.phase(), moment.share()), LIMIT);
  }

  private Optional<Blow> carryOut(Kill kill) throws InterruptedException {
    return switch (kill.manner()) {
      case KILLED ->
          switch (kill.moment().within()) {
            case ANYTHING -> Optional.of(kill(kill, Within.ANYTHING, () -> {}));
            case UPLOAD -> Optional.of(killInUpload(kill));
          };
      case ROLLING -> roll(kill);
    };
  }

  private Blow killInUpload(Kill kill) throws InterruptedException {
    UploadGate gate = new UploadGate();
    cluster.impose(Link.TRAINER_TO_SERVICE, new Fault.HeldUploads(gate, HALF_AN_UPLOAD));
    try {
      Within within = gate.awaitUpload(UPLOAD_LIMIT) ? Within.UPLOAD : Within.ANYTHING;
      return kill(kill, within, () -> letGo(gate));
    } finally {
      letGo(gate);
    }
  }

  private void letGo(UploadGate gate) {
    cluster.heal(Link.TRAINER_TO_SERVICE);
    gate.open();
  }

  private Blow kill(Kill kill, Within within, Runnable whenKilled) throws InterruptedException {
    Blow blow = new Blow(kill, chronicle.last(), within, Mark.now());
    cluster.kill(kill.victims());
    whenKilled.run();
    cluster.startAgain(kill.victims(), kill.outage());
    return blow;
  }

  /** Each is asked to end when all others are up; empty where the job had ended before the last. */
  private Optional<Blow> roll(Kill kill) throws InterruptedException {
    Blow blow = new Blow(kill, chronicle.last(), Within.ANYTHING, Mark.now());
    for (Member member : new TreeSet<>(kill.victims())) {
      for (Member other : kill.victims()) {
        if (other != member) {
          cluster.awaitUp(other);
        }
      }
      if (chronicle.last().isEnd()) {
        return Optional.empty();
      }
      cluster.restart(member);
    }
    return Optional.of(blow);
  }
}
