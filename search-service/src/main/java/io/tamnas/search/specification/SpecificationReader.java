package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;
import io.tamnas.space.SearchSpace;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a complete specification, or says everything that is wrong. */
public final class SpecificationReader {

  private final Findings findings = new Findings();
  private final Section root;

  private SpecificationReader(JsonNode node) {
    root = Section.of(new Item(node, "", findings));
    findings.throwIfAny();
  }

  /**
   * The specification with every default filled in.
   *
   * @throws InvalidSpecification with every violation at once
   */
  public static SearchJobSpecification read(JsonNode node) {
    return new SpecificationReader(node).read();
  }

  private SearchJobSpecification read() {
    Optional<Item> name = root.member("name");
    long seed = root.seed("seed", Defaults.SEED);
    DatasetReader images = new DatasetReader(root.section("dataset"));
    DatasetCatalogue dataset = images.name().orElse(DatasetCatalogue.CIFAR10);
    SearchJobSpecification specification =
        read(
            name.flatMap(item -> item.text(TextRule.NAME)).orElse(dataset.text()),
            seed,
            dataset,
            images.read(dataset));
    root.finish();
    new Consistency(findings).check(specification);
    findings.throwIfAny();
    return specification;
  }

  private SearchJobSpecification read(
      String name, long seed, DatasetCatalogue dataset, DatasetReference images) {
    Defaults defaults = Defaults.of(dataset);
    InputShape input = dataset.input(images);
    SearchSpace space = new SpaceReader(root.section("space")).read(input, dataset.classes(images));
    int left = TrainingImages.left(images);
    EvaluationReader measuring = new EvaluationReader(root.section("evaluation"));
    EvaluationProtocol evaluation =
        measuring.read(defaults, space.classes(), images.validationImages(), left);
    TrainingSettings training =
        new TrainingReader(root.section("training")).read(defaults, input, left);
    SearchSettings search =
        new SearchReader(root.section("search")).read(defaults, space.geneSizes().size());
    return new SearchJobSpecification(
        name,
        seed,
        images,
        space,
        training,
        search,
        evaluation,
        measuring.latency(search),
        new FinalistReader(root.section("finalists"), defaults, evaluation, space).read(images),
        new CorrelationReader(root.section("correlation"), defaults, evaluation)
            .read(input, images),
        root.member("supernet").flatMap(SpecificationReader::artifact));
  }

  private static Optional<String> artifact(Item item) {
    Section supernet = Section.of(item);
    Optional<String> artifact =
        supernet
            .required("artifact", TextRule.DIGEST.text())
            .flatMap(digest -> digest.text(TextRule.DIGEST));
    supernet.finish();
    return artifact;
  }
}
