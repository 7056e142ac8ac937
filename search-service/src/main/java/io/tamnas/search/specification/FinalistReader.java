package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.attack.Budget;
import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.NetworkProtocol;
import io.tamnas.protocol.evaluation.Split;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code /finalists}. */
final class FinalistReader {
  private static final Range COUNT = new Range(0, FinalistSettings.MOST);
  private static final Range INTERVAL = new Range(1, 10_000_000);
  private static final Range IMAGES = new Range(1, 1_000_000);
  private static final List<FinalistStart> STARTS = Arrays.asList(FinalistStart.values());
  private static final Words<FinalistStart> START_WORDS = new Words<>(STARTS, FinalistStart::text);

  private final Section section;
  private final Defaults defaults;
  private final EvaluationProtocol evaluation;
  private final SearchSpace space;
  private final int classes;

  /**
   * @param evaluation that of the search, whose ε, batch and seed are taken over
   * @param space in which they are found
   */
  FinalistReader(
      Section section, Defaults defaults, EvaluationProtocol evaluation, SearchSpace space) {
    this.section = section;
    this.defaults = defaults.within(evaluation.attack().epsilon());
    this.evaluation = evaluation;
    this.space = space;
    this.classes = space.classes();
  }

  /**
   * @param images of the job
   */
  FinalistSettings read(DatasetReference images) {
    int count = section.wholeNumber("count", COUNT, 0);
    if (count == 0 && section.trusts("count")) {
      refuseOthers();
    }
    return read(count, images);
  }

  /** What would be lost is said to be of no use. */
  private void refuseOthers() {
    for (String name : List.of("starts", "training", "selection", "validation", "distillation")) {
      section
          .member(name)
          .ifPresent(
              item -> refuse(item, "is of no use where \"count\" is 0: no finalists are made"));
    }
  }

  private static void refuse(Item item, String detail) {
    item.findings().add(item.pointer(), detail);
  }

  /** As many as are given; the section says nothing of it. */
  FinalistSettings read(int count, DatasetReference images) {
    TrainingSettings training =
        new SubnetTrainingReader(section.section("training"))
            .read(
                defaults, defaults.finalists().steps(), space.input(), TrainingImages.left(images));
    CheckpointSelection selection =
        selection(section.section("selection"), training.steps(), images.validationImages());
    NetworkSettings network =
        new NetworkSettings(
            training,
            selection,
            validation(section.section("validation"), images.shapes()),
            check(selection.protocol().attack().epsilon(), images.validationImages()),
            new DistillationReader(section, defaults, space).read(training, selection, images));
    FinalistSettings settings = new FinalistSettings(count, starts(), network);
    section.finish();
    return settings;
  }

  private List<FinalistStart> starts() {
    return section
        .list("starts", new Range(1, STARTS.size()))
        .map(items -> Choices.distinct(items, item -> item.word(START_WORDS)))
        .orElse(STARTS);
  }

  private CheckpointSelection selection(Section given, int steps, int validationImages) {
    int interval =
        given.wholeNumber("interval", INTERVAL, Math.max(1, steps / Defaults.FINALIST_LOOKS));
    AttackSettings attack =
        new AttackReader(given.section("attack"), classes).read(defaults.epsilon());
    int usual = Math.min(evaluation.images(), defaults.finalists().selectionImages());
    NetworkProtocol protocol =
        protocol(
            Split.VALIDATION,
            attack,
            given.wholeNumber("images", new Range(1, Math.max(1, validationImages)), usual));
    given.finish();
    return new CheckpointSelection(interval, protocol);
  }

  private NetworkProtocol validation(Section given, DatasetReference.@Nullable Shapes shapes) {
    AttackSettings attack =
        new AttackReader(given.section("attack"), classes)
            .read(defaults.epsilon(), AttackMethod.strongest(classes));
    int images = given.wholeNumber("images", IMAGES, testImages(shapes));
    if (shapes != null && images > shapes.testImages() && given.trusts("images")) {
      given
          .findings()
          .add(
              given.pointer("images"),
              "must be at most %d, the test images, is %d".formatted(shapes.testImages(), images));
    }
    given.finish();
    return protocol(Split.TEST, attack, images);
  }

  /** PGD's last images, on as many validation images as there are, up to a bound. */
  private NetworkProtocol check(Budget epsilon, int validationImages) {
    AttackSettings attack =
        new AttackSettings.Pgd(
            epsilon,
            Budgets.times(epsilon, Defaults.USUAL_STEP),
            Defaults.PGD_STEPS,
            Defaults.RESTARTS,
            Start.RANDOM);
    int images = Math.min(Defaults.CHECKED_IMAGES, validationImages);
    return protocol(Split.VALIDATION, attack, images);
  }

  private int testImages(DatasetReference.@Nullable Shapes shapes) {
    int usual = defaults.finalists().testImages();
    return shapes == null ? usual : Math.min(usual, shapes.testImages());
  }

  private NetworkProtocol protocol(Split split, AttackSettings attack, int images) {
    int masking =
        split == Split.TEST && attack.takesGradients()
            ? Math.min(Defaults.MASKING_IMAGES, images)
            : 0;
    return new NetworkProtocol(
        split, attack, images, evaluation.batchSize(), masking, evaluation.seed());
  }
}
