package io.tamnas.search.specification;

import io.tamnas.protocol.attack.AttackSettings;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.specification.TransferRequest.Subnets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a request for a transfer matrix, or says everything wrong. */
public final class TransferReader {

  private static final Range COUNT = new Range(2, TransferRequest.MOST);
  private static final String EXPECTED =
      "\"front\" or a list of " + COUNT.least() + " to " + COUNT.most() + " genotypes";

  private final SearchJobSpecification job;
  private final Findings findings = new Findings();
  private final Section root;
  private final GenotypeReader genotypeReader;

  private TransferReader(JsonNode node, SearchJobSpecification job) {
    this.job = job;
    this.genotypeReader = new GenotypeReader(job.space());
    root = Section.of(new Item(node, "", findings));
    findings.throwIfAny();
  }

  /**
   * The request with the job's settings as defaults.
   *
   * @throws InvalidSpecification with every violation at once
   */
  public static TransferRequest read(JsonNode node, SearchJobSpecification job) {
    return new TransferReader(node, job).read();
  }

  private TransferRequest read() {
    Optional<Subnets> subnets = root.required("subnets", EXPECTED).flatMap(this::subnets);
    EvaluationProtocol usual = job.evaluation();
    AttackSettings attack =
        root.member("attack").map(item -> given(item, usual)).orElseGet(usual::attack);
    FinalImage.refusal(attack)
        .filter(reason -> findings.trust(root.pointer("attack")))
        .ifPresent(this::refuse);
    Range images = new Range(1, job.dataset().validationImages());
    EvaluationProtocol protocol =
        new EvaluationProtocol(
            attack,
            root.wholeNumber("images", images, usual.images()),
            usual.batchSize(),
            usual.recalibrationImages(),
            usual.recalibrationBatch(),
            0,
            usual.seed());
    root.finish();
    findings.throwIfAny();
    return new TransferRequest(subnets.orElseThrow(), protocol);
  }

  /** An attack that is written down; where it names no ε, the job's. */
  private AttackSettings given(Item item, EvaluationProtocol usual) {
    return new AttackReader(Section.of(item), job.space().classes()).read(usual.attack().epsilon());
  }

  private void refuse(String reason) {
    findings.add(
        root.pointer("attack"),
        root.has("attack") ? reason : "is missing, and the job's own cannot be used: " + reason);
  }

  private Optional<Subnets> subnets(Item item) {
    if (item.node().isString() && item.node().stringValue().equals("front")) {
      return Optional.of(new Subnets.OfFront());
    }
    if (!item.node().isArray()) {
      item.reject(EXPECTED);
      return Optional.empty();
    }
    return Section.items(item, COUNT).map(genotypeReader::different).map(Subnets.Named::new);
  }
}
