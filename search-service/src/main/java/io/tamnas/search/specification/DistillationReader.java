package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.training.CheckpointSelection;
import io.tamnas.protocol.training.InnerAttack;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code /finalists/distillation}. */
final class DistillationReader {
  private static final String LARGEST = "largest";
  private static final List<String> TRAINED_MEMBERS = List.of("genotype", "training");

  private final Section finalists;
  private final Defaults defaults;
  private final SearchSpace space;

  DistillationReader(Section finalists, Defaults defaults, SearchSpace space) {
    this.finalists = finalists;
    this.defaults = defaults;
    this.space = space;
  }

  /**
   * Empty where finalists learn from the true labels.
   *
   * @param training of finalists
   * @param selection of finalists, which a teacher shares
   */
  Optional<DistillationSettings> read(
      TrainingSettings training, CheckpointSelection selection, DatasetReference images) {
    return finalists
        .member("distillation")
        .map(Section::of)
        .map(
            section -> {
              checkTraining(training);
              DistillationSettings read =
                  new DistillationSettings(
                      teacher(section.section("teacher"), selection, images),
                      section.number(
                          "cleanWeight", Interval.closed(0, 1), Defaults.DISTILLATION_CLEAN));
              section.finish();
              return read;
            });
  }

  /** What the soft labels take the place of, and what cannot climb away from them. */
  private void checkTraining(TrainingSettings training) {
    String pointer = finalists.pointer("training");
    if (finalists.member("training").filter(item -> item.node().has("loss")).isPresent()) {
      add(
          pointer + "/loss",
          "must be left out: with a distillation finalists learn from their teacher's soft labels;"
              + " the loss of a teacher that is trained stands in its own training");
    }
    String method =
        switch (training.attack()) {
          case InnerAttack.FgsmRandomStart _, InnerAttack.Pgd _ -> "";
          case InnerAttack.Free _ -> "free";
          case InnerAttack.Yopo _ -> "yopo";
        };
    if (!method.isEmpty()) {
      add(
          pointer + "/attack/method",
          "must be \"pgd\" or \"fgsm-random-start\" with a distillation, whose attack climbs away"
              + " from the teacher's soft labels; is "
              + Shown.quoted(method));
    }
  }

  private TeacherSettings teacher(
      Section section, CheckpointSelection selection, DatasetReference images) {
    if (section.has("artifact")) {
      return given(section);
    }
    TeacherSettings teacher =
        new TeacherSettings.Trained(
            genotype(section),
            new SubnetTrainingReader(training(section))
                .read(
                    defaults,
                    defaults.finalists().steps(),
                    space.input(),
                    TrainingImages.left(images)),
            selection);
    section.member("artifact");
    section.finish();
    return teacher;
  }

  private TeacherSettings given(Section section) {
    String artifact =
        section.member("artifact").flatMap(item -> item.text(TextRule.DIGEST)).orElse("");
    for (String name : TRAINED_MEMBERS) {
      section
          .member(name)
          .ifPresent(item -> add(item.pointer(), "must be left out: the artifact is trained"));
    }
    section.finish();
    return new TeacherSettings.Given(artifact);
  }

  private List<Integer> genotype(Section section) {
    Optional<Item> given = section.member("genotype");
    if (!finalists.findings().trust("/space")) {
      return List.of();
    }
    return given
        .filter(item -> !(item.node().isString() && item.node().stringValue().equals(LARGEST)))
        .map(this::genes)
        .orElseGet(() -> LargestSubnet.of(space).genes());
  }

  private List<Integer> genes(Item item) {
    if (!item.node().isArray()) {
      item.reject("\"largest\" or a list of genes");
      return List.of();
    }
    return new GenotypeReader(space).read(item).map(Genotype::genes).orElse(List.of());
  }

  /** What is not given is as in the finalists' training, unless something is wrong there. */
  private Section training(Section section) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    finalists
        .member("training")
        .filter(item -> finalists.trusts("training"))
        .ifPresent(item -> all.setAll((ObjectNode) item.node()));
    Section given = section.section("training");
    given.copyTo(all);
    return Section.of(new Item(all, given.pointer(), finalists.findings()));
  }

  private void add(String pointer, String detail) {
    finalists.findings().add(pointer, detail);
  }
}
