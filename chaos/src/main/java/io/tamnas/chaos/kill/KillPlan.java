package io.tamnas.chaos.kill;

import io.tamnas.chaos.cluster.Member;
import io.tamnas.chaos.job.SmallJob;
import io.tamnas.chaos.kill.Kill.Manner;
import io.tamnas.chaos.kill.Moment.Within;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which processes are killed when, drawn from a seed: one kill in each phase at the least, some in
 * an upload, some of two processes at once, and in every fourth job a rolling restart.
 *
 * @param kills in the order of their moments
 */
public record KillPlan(List<Kill> kills) {

  private static final int LONGEST_OUTAGE_MILLIS = 2000;
  private static final double LATEST = 0.75;
  private static final int ROLLING_EVERY = 4;
  private static final Set<Member> REPLICAS =
      EnumSet.of(Member.FIRST_SERVICE, Member.SECOND_SERVICE);
  private static final Set<Member> EVALUATORS =
      EnumSet.of(Member.FIRST_EVALUATOR, Member.SECOND_EVALUATOR);

  public KillPlan {
    kills =
        kills.stream()
            .sorted(
                Comparator.comparing((Kill kill) -> kill.moment().phase())
                    .thenComparingDouble(kill -> kill.moment().share()))
            .toList();
  }

  /** A rolling restart of the service when the training begins, then five kills of all there is. */
  public static KillPlan ofAll(RandomGenerator chance) {
    boolean databaseFirst = chance.nextBoolean();
    Set<Member> database = EnumSet.of(Member.DATABASE);
    return new KillPlan(
        List.of(
            rolling(new Moment(State.TRAINING_SUPERNET, 0, Within.ANYTHING)),
            inUpload(chance),
            of(databaseFirst ? database : REPLICAS, State.TRAINING_SUPERNET, chance),
            of(databaseFirst ? REPLICAS : database, State.SEARCHING, chance),
            of(EVALUATORS, State.SEARCHING, chance),
            anywhere(State.SEARCHING, chance)));
  }

  /** Rolling restarts of the service, one in the training and one in the search. */
  public static KillPlan ofRestarts() {
    return new KillPlan(
        List.of(
            rolling(new Moment(State.TRAINING_SUPERNET, 0, Within.ANYTHING)),
            rolling(new Moment(State.SEARCHING, 0, Within.ANYTHING))));
  }

  /** For that job. */
  public static KillPlan draw(SmallJob job, RandomGenerator chance) {
    List<Kill> kills = new ArrayList<>();
    kills.add(inUpload(chance));
    kills.add(anywhere(State.TRAINING_SUPERNET, chance));
    kills.add(anywhere(State.SEARCHING, chance));
    if (job.hasFinale()) {
      kills.add(anywhere(State.FINALIZING, chance));
    }
    kills.add(anywhere(phase(job, chance), chance));
    if (chance.nextInt(ROLLING_EVERY) == 0) {
      kills.add(rolling(moment(phase(job, chance), Within.ANYTHING, chance)));
    }
    return new KillPlan(kills);
  }

  /** The kills alone, without what is restarted in order. */
  public int count() {
    return Math.toIntExact(kills.stream().filter(kill -> kill.manner() == Manner.KILLED).count());
  }

  /** A checkpoint is halfway when who sends it, or who takes it, is gone. */
  private static Kill inUpload(RandomGenerator chance) {
    Set<Member> victims = EnumSet.of(Member.TRAINER);
    if (chance.nextBoolean()) {
      victims = EnumSet.copyOf(REPLICAS);
    }
    return new Kill(
        moment(State.TRAINING_SUPERNET, Within.UPLOAD, chance),
        victims,
        outage(chance),
        Manner.KILLED);
  }

  private static Kill anywhere(State phase, RandomGenerator chance) {
    List<Member> all = new ArrayList<>(List.of(Member.values()));
    int number = 1 + chance.nextInt(2);
    Set<Member> victims =
        Stream.generate(() -> all.remove(chance.nextInt(all.size())))
            .limit(number)
            .collect(Collectors.toSet());
    return of(victims, phase, chance);
  }

  private static Kill of(Set<Member> victims, State phase, RandomGenerator chance) {
    return new Kill(moment(phase, Within.ANYTHING, chance), victims, outage(chance), Manner.KILLED);
  }

  private static Kill rolling(Moment moment) {
    return new Kill(moment, REPLICAS, Duration.ZERO, Manner.ROLLING);
  }

  private static State phase(SmallJob job, RandomGenerator chance) {
    List<State> phases =
        job.hasFinale()
            ? List.of(State.TRAINING_SUPERNET, State.SEARCHING, State.FINALIZING)
            : List.of(State.TRAINING_SUPERNET, State.SEARCHING);
    return phases.get(chance.nextInt(phases.size()));
  }

  private static Moment moment(State phase, Within within, RandomGenerator chance) {
    return new Moment(phase, LATEST * chance.nextDouble(), within);
  }

  private static Duration outage(RandomGenerator chance) {
    return Duration.ofMillis(chance.nextInt(LONGEST_OUTAGE_MILLIS));
  }
}
