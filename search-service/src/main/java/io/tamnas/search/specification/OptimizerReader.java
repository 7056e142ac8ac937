package io.tamnas.search.specification;

import io.tamnas.protocol.training.Optimizer;
import io.tamnas.protocol.training.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads {@code /training/optimizer}, the schedule of its rate included. */
final class OptimizerReader {
  private static final Interval SHARE = Interval.closed(0, 1);
  private static final Interval BELOW_ONE = Interval.below(0, 1);

  /** The words for what a gradient does. */
  enum Method {
    SGD("sgd"),
    ADAMW("adamw");

    static final Words<Method> WORDS = new Words<>(Arrays.asList(values()), method -> method.text);

    private final String text;

    Method(String text) {
      this.text = text;
    }
  }

  private static final Owners OWNERS =
      new Owners(
          "method",
          Map.of(
              "momentum", List.of(Method.SGD.text),
              "beta1", List.of(Method.ADAMW.text),
              "beta2", List.of(Method.ADAMW.text),
              "epsilon", List.of(Method.ADAMW.text)));

  private final Section section;

  OptimizerReader(Section section) {
    this.section = section;
  }

  /** The optimizer; {@link #schedule()} is read next. */
  Optimizer read(Defaults.Training usual) {
    Method method = section.word("method", Method.WORDS, Method.SGD);
    if (!section.trusts("method")) {
      OWNERS.words().keySet().forEach(section::member);
      return sgd(usual.learningRate(), 0);
    }
    section.choose(OWNERS, method.text);
    return switch (method) {
      case SGD ->
          sgd(usual.learningRate(), section.number("momentum", BELOW_ONE, Defaults.MOMENTUM));
      case ADAMW -> adamW();
    };
  }

  /** How the rate changes; the section is finished. */
  Schedule schedule() {
    Schedule.Kind kind = section.word("schedule", Words.SCHEDULE, Schedule.Kind.COSINE);
    double usual =
        switch (kind) {
          case COSINE, STEP -> Defaults.LEARNING_RATE_WARMUP;
          case ONE_CYCLE -> Defaults.ONE_CYCLE_WARMUP;
        };
    Schedule schedule = new Schedule(kind, section.number("warmup", SHARE, usual));
    if (kind == Schedule.Kind.ONE_CYCLE && schedule.warmup() == 0) {
      section
          .findings()
          .add(
              section.pointer("warmup"),
              "must be above 0 where \"schedule\" is \"one-cycle\", which begins with a rise, is 0");
    }
    section.finish();
    return schedule;
  }

  private Optimizer sgd(double learningRate, double momentum) {
    return new Optimizer.Sgd(
        learningRate(learningRate), momentum, decay(Defaults.WEIGHT_DECAY), clipNorm());
  }

  private Optimizer adamW() {
    return new Optimizer.AdamW(
        learningRate(Defaults.ADAMW_LEARNING_RATE),
        section.number("beta1", BELOW_ONE, Defaults.ADAMW_BETA1),
        section.number("beta2", BELOW_ONE, Defaults.ADAMW_BETA2),
        section.number("epsilon", Interval.above(0, 1), Defaults.ADAMW_EPSILON),
        decay(Defaults.ADAMW_WEIGHT_DECAY),
        clipNorm());
  }

  private double learningRate(double usual) {
    return section.number("learningRate", Interval.above(0, 10), usual);
  }

  private double decay(double usual) {
    return section.number("weightDecay", BELOW_ONE, usual);
  }

  private double clipNorm() {
    return section.number("clipNorm", Interval.above(0, 1_000_000), Defaults.CLIP_NORM);
  }
}
