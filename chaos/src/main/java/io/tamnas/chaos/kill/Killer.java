package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Cluster;
import io.tamnas.chaos.cluster.Link;
import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.cluster.Patience;
import io.tamnas.chaos.job.Chronicle;
import io.tamnas.chaos.job.Chronicle.Mark;
import io.tamnas.chaos.kill.Moment.Within;
import io.tamnas.chaos.network.Fault;
import io.tamnas.chaos.network.UploadGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Carries out a plan while a job runs. What was killed is started again beside all else. Before a
 * kill, one of its victims at least is waited for; others may still be starting.
 */
public record Killer(Cluster cluster, Chronicle chronicle) {

  private static final int HALF_AN_UPLOAD = 1 << 15;

  /** Kills what is planned; gives what happened before the job was seen to have ended. */
  public List<Blow> carryOut(KillPlan plan) throws InterruptedException {
    List<Blow> blows = new ArrayList<>();
    for (Kill kill : plan.kills()) {
      awaitMoment(kill);
      if (!chronicle.last().isEnd()) {
        blows.add(carryOut(kill));
      }
    }
    return List.copyOf(blows);
  }

  private void awaitMoment(Kill kill) throws InterruptedException {
    Moment moment = kill.moment();
    chronicle.await(
        now ->
            now.hasReached(moment.phase(), moment.share())
                && kill.victims().stream().anyMatch(cluster::isUp));
  }

  private Blow carryOut(Kill kill) throws InterruptedException {
    return switch (kill.manner()) {
      case KILLED ->
          switch (kill.moment().within()) {
            case ANYTHING -> kill(kill, Within.ANYTHING, () -> {});
            case UPLOAD -> killInUpload(kill);
          };
      case ROLLING -> roll(kill);
    };
  }

  private Blow killInUpload(Kill kill) throws InterruptedException {
    UploadGate gate = new UploadGate();
    cluster.impose(Link.TRAINER_TO_SERVICE, new Fault.HeldUploads(gate, HALF_AN_UPLOAD));
    try {
      Patience.await(
          () -> "no upload and no end of the training",
          () -> gate.isReached() || chronicle.last().state() != kill.moment().phase());
      return kill(kill, gate.isReached() ? Within.UPLOAD : Within.ANYTHING, () -> letGo(gate));
    } finally {
      letGo(gate);
    }
  }

  private void letGo(UploadGate gate) {
    cluster.heal(Link.TRAINER_TO_SERVICE);
    gate.open();
  }

  private Blow kill(Kill kill, Within within, Runnable whenKilled) throws InterruptedException {
    Blow blow = blow(kill, within);
    cluster.kill(kill.victims());
    whenKilled.run();
    cluster.startAgain(kill.victims(), kill.outage());
    return blow;
  }

  /** Each is asked to end when all others are up; the last one comes back beside all else. */
  private Blow roll(Kill kill) throws InterruptedException {
    Blow blow = blow(kill, Within.ANYTHING);
    for (Member member : new TreeSet<>(kill.victims())) {
      Patience.await(
          () -> "others than " + member.text() + " are not up",
          () -> kill.victims().stream().allMatch(one -> one == member || cluster.isUp(one)));
      cluster.restart(member);
    }
    return blow;
  }

  private Blow blow(Kill kill, Within within) {
    Set<Member> starting =
        kill.victims().stream().filter(one -> !cluster.isUp(one)).collect(Collectors.toSet());
    return new Blow(kill, starting, chronicle.last(), within, Mark.now());
  }
}
