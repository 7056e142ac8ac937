package io.tamnas.chaos.fault;

import io.tamnas.chaos.cluster.Haste;
import io.tamnas.chaos.cluster.Link;
import io.tamnas.chaos.network.Fault;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which faults are made. */
public final class Trials {

  /** Longer than a lease: whoever is cut off loses what is in hand. */
  private static final Duration LONG = Haste.LEASE.multipliedBy(7).dividedBy(4);

  private static final Duration SHORT = Haste.LEASE.multipliedBy(3).dividedBy(4);
  private static final Fault CALLS_DELAYED = new Fault.Delay(Haste.LEASE.dividedBy(8));

  /** A statement is many messages, a call is one. */
  private static final Fault STATEMENTS_DELAYED = new Fault.Delay(Haste.LEASE.dividedBy(80));

  private static final Fault UPLOADS_BROKEN = new Fault.BrokenUploads(1 << 15);

  private Trials() {}

  /** One of each kind and of each pair, all in one job. */
  public static List<Trial> selection() {
    return List.of(
        trial(Link.TRAINER_TO_SERVICE, UPLOADS_BROKEN, State.TRAINING_SUPERNET, SHORT),
        trial(Link.TRAINER_TO_SERVICE, new Fault.Silence(), State.TRAINING_SUPERNET, LONG),
        trial(Link.SERVICE_TO_DATABASE, new Fault.Cut(), State.TRAINING_SUPERNET, SHORT),
        trial(Link.SERVICE_TO_DATABASE, new Fault.Silence(), State.SEARCHING, LONG),
        trial(Link.SERVICE_TO_EVALUATORS, new Fault.LostAnswers(), State.SEARCHING, SHORT),
        trial(Link.EVALUATORS_TO_SERVICE, CALLS_DELAYED, State.SEARCHING, SHORT));
  }

  /**
   * Every fault of every pair, one job per pair and phase. Of the finalists, those are left out in
   * which work goes on for seconds without a word of progress: validating and exporting.
   */
  public static List<List<Trial>> matrix() {
    return List.of(
        all(Link.TRAINER_TO_SERVICE, State.TRAINING_SUPERNET, UPLOADS_BROKEN),
        all(Link.SERVICE_TO_TRAINER, State.TRAINING_SUPERNET),
        all(Link.SERVICE_TO_DATABASE, State.TRAINING_SUPERNET),
        all(Link.EVALUATORS_TO_SERVICE, State.SEARCHING),
        all(Link.SERVICE_TO_EVALUATORS, State.SEARCHING),
        all(Link.SERVICE_TO_DATABASE, State.SEARCHING),
        all(Link.TRAINER_TO_SERVICE, State.FINALIZING, UPLOADS_BROKEN),
        all(Link.SERVICE_TO_DATABASE, State.FINALIZING));
  }

  private static List<Trial> all(Link link, State phase, Fault... more) {
    List<Trial> trials = new ArrayList<>();
    trials.add(trial(link, new Fault.Cut(), phase, LONG));
    trials.add(trial(link, new Fault.Silence(), phase, LONG));
    trials.add(trial(link, new Fault.LostAnswers(), phase, LONG));
    trials.add(
        trial(
            link,
            link == Link.SERVICE_TO_DATABASE ? STATEMENTS_DELAYED : CALLS_DELAYED,
            phase,
            LONG));
    for (Fault fault : more) {
      trials.add(trial(link, fault, phase, LONG));
    }
    return List.copyOf(trials);
  }

  private static Trial trial(Link link, Fault fault, State phase, Duration duration) {
    return new Trial(link, fault, phase, 0, duration);
  }
}
