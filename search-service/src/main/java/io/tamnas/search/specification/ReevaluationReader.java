package io.tamnas.search.specification;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.specification.ReevaluationSettings.Subnets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a request for a re-evaluation, or says everything wrong. */
public final class ReevaluationReader {

  private static final Range COUNT = new Range(1, ReevaluationSettings.MOST);
  private static final String EXPECTED =
      "\"front\", {\"generation\": n}, or a list of "
          + COUNT.least()
          + " to "
          + COUNT.most()
          + " genotypes";

  private final SearchJobSpecification job;
  private final Findings findings = new Findings();
  private final Section root;

  private ReevaluationReader(JsonNode node, SearchJobSpecification job) {
    this.job = job;
    root = Section.of(new Item(node, "", findings));
    findings.throwIfAny();
  }

  /**
   * The request. Its attack is by default the strongest that is defined, within the job's ε; all
   * else that it does not say is as the job measures.
   *
   * @throws InvalidSpecification with every violation at once
   */
  public static ReevaluationSettings read(JsonNode node, SearchJobSpecification job) {
    return new ReevaluationReader(node, job).read();
  }

  private ReevaluationSettings read() {
    Optional<Subnets> subnets = root.required("subnets", EXPECTED).flatMap(this::subnets);
    Section evaluation = root.section("evaluation");
    int classes = job.space().classes();
    EvaluationReader reader = new EvaluationReader(evaluation);
    EvaluationProtocol protocol = reader.read(usual(), AttackMethod.strongest(classes), classes);
    reader.refuseLatency("cannot be measured again: latencies are those of the search");
    atMost(
        evaluation,
        "images",
        protocol.images(),
        job.dataset().validationImages(),
        "the validation images of the job");
    atMost(
        evaluation,
        "recalibrationImages",
        protocol.recalibrationImages(),
        TrainingImages.left(job.dataset()),
        "the training images of the job");
    root.finish();
    findings.throwIfAny();
    return new ReevaluationSettings(subnets.orElseThrow(), protocol);
  }

  /** As the job measures; a job whose attack takes no gradients has nothing to say of masking. */
  private EvaluationProtocol usual() {
    EvaluationProtocol own = job.evaluation();
    return own.attack().takesGradients()
        ? own
        : new EvaluationProtocol(
            own.attack(),
            own.images(),
            own.batchSize(),
            own.recalibrationImages(),
            own.recalibrationBatch(),
            Defaults.MASKING_IMAGES,
            own.seed());
  }

  private static void atMost(Section section, String name, int value, int most, String what) {
    if (value > most && section.trusts(name)) {
      section
          .findings()
          .add(section.pointer(name), "must be at most %d, %s, is %d".formatted(most, what, value));
    }
  }

  private Optional<Subnets> subnets(Item item) {
    if (item.node().isString() && item.node().stringValue().equals("front")) {
      return Optional.of(new Subnets.OfFront());
    }
    if (item.node().isObject()) {
      return generation(Section.of(item));
    }
    if (!item.node().isArray()) {
      item.reject(EXPECTED);
      return Optional.empty();
    }
    return Section.items(item, COUNT)
        .map(new GenotypeReader(job.space())::different)
        .map(Subnets.Named::new);
  }

  private Optional<Subnets> generation(Section section) {
    Range numbers = new Range(0, job.search().generations());
    Optional<Subnets> subnets =
        section.required("generation", numbers.text()).stream()
            .flatMapToLong(item -> item.wholeNumber(numbers).stream())
            .mapToObj(number -> (Subnets) new Subnets.OfGeneration(Math.toIntExact(number)))
            .findFirst();
    section.finish();
    return subnets;
  }
}
