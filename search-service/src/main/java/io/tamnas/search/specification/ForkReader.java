package io.tamnas.search.specification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a user wrote into the specification of a fork, or says everything that is wrong. */
public final class ForkReader {

  private static final String CHANGES = "/changes";

  /** What the origin's population or supernet depends on, and why it stays. */
  private static final Map<String, String> FIXED =
      new TreeMap<>(
          Map.of(
              "dataset", "the supernet was trained on it",
              "space", "the supernet was trained for it",
              "training", "the supernet is the origin's",
              "supernet", "the supernet is the origin's",
              "origin", "it is the job that is forked"));

  private ForkReader() {}

  /**
   * The specification of the fork: the origin's with the changes.
   *
   * @param job whose fork is wanted
   * @param supernet SHA-256 of its supernet's artifact
   * @param circumstances what the fork must fit, as any job that is submitted
   * @throws InvalidSpecification with every violation at once, pointing into the request
   */
  public static SearchJobSpecification read(
      JsonNode node,
      UUID job,
      SearchJobSpecification specification,
      String supernet,
      Circumstances<SearchJobSpecification> circumstances) {
    Findings findings = new Findings();
    Section root = Section.of(new Item(node, "", findings));
    long generation =
        root.required("generation", OriginReader.GENERATION.text())
            .map(item -> item.wholeNumber(OriginReader.GENERATION).orElse(0))
            .orElse(0L);
    Section changes = root.section("changes");
    refuseFixed(changes);
    root.finish();
    findings.throwIfAny();
    ObjectNode origin = (ObjectNode) parse(specification);
    origin.set("supernet", CanonicalForm.object().put("artifact", supernet));
    origin.set(
        "origin", CanonicalForm.object().put("job", job.toString()).put("generation", generation));
    return read(MergePatch.apply(origin, changes.object()), circumstances);
  }

  private static JsonNode parse(SearchJobSpecification specification) {
    return SpecificationParser.parse(
        specification.canonicalJson().getBytes(StandardCharsets.UTF_8));
  }

  private static void refuseFixed(Section changes) {
    FIXED.forEach(
        (name, reason) ->
            changes
                .member(name)
                .ifPresent(
                    item ->
                        item.findings().add(item.pointer(), "cannot change in a fork: " + reason)));
  }

  private static SearchJobSpecification read(
      JsonNode fork, Circumstances<SearchJobSpecification> circumstances) {
    try {
      return SpecificationReader.readSubmitted(fork, circumstances);
    } catch (InvalidSpecification invalid) {
      throw pointingIntoRequest(invalid);
    }
  }

  /** The same violations, where they stand in the request for a fork. */
  public static InvalidSpecification pointingIntoRequest(InvalidSpecification invalid) {
    List<Violation> violations =
        invalid.violations().stream()
            .map(violation -> new Violation(pointer(violation.pointer()), violation.detail()))
            .toList();
    return new InvalidSpecification(violations);
  }

  private static String pointer(String pointer) {
    return switch (pointer) {
      case "/origin/generation" -> "/generation";
      case "/origin/job", "/supernet/artifact" -> "";
      default -> CHANGES + pointer;
    };
  }
}
