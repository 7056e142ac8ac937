package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.training.TrainingSettings;
import io.tamnas.space.InputShape;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a complete specification, or says everything that is wrong. */
public final class SpecificationReader {

  private static final String TEST_IMAGES = "/finalists/validation/images";

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
    return new SpecificationReader(node).specification((read, isSound) -> List.of());
  }

  /**
   * The specification of a job that is submitted; what is stored is not asked again for what may be
   * there no more.
   *
   * @throws InvalidSpecification with every violation at once, those of the circumstances too
   */
  public static SearchJobSpecification readSubmitted(
      JsonNode node, Circumstances<SearchJobSpecification> circumstances) {
    SpecificationReader reader = new SpecificationReader(node);
    return reader.specification(
        (read, isSound) ->
            Stream.concat(
                    isSound.test("/dataset")
                        ? TestImages.violation(read.finalists(), read.dataset(), TEST_IMAGES)
                            .stream()
                        : Stream.empty(),
                    circumstances.violations(read, isSound).stream())
                .toList());
  }

  private SearchJobSpecification specification(
      Circumstances<SearchJobSpecification> circumstances) {
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
    findings.addSound(circumstances.violations(specification, findings::trust));
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
        root.member("supernet").flatMap(SpecificationReader::artifact),
        root.member("origin").flatMap(item -> new OriginReader(Section.of(item)).read()));
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
