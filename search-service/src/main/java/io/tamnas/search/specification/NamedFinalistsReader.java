package io.tamnas.search.specification;

import io.tamnas.space.Genotype;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a request for finalists, or says everything that is wrong. */
public final class NamedFinalistsReader {

  /** Where the genotypes stand. */
  public static final String POINTER = "/genotypes";

  private static final Range COUNT = new Range(1, FinalistSettings.MOST);
  private static final String EXPECTED = "a list of " + COUNT.count() + " genotypes of the front";

  private NamedFinalistsReader() {}

  /** Genotypes of the job's space, and how they become networks of their own. */
  public record Named(List<Genotype> genotypes, FinalistSettings settings) {
    public Named {
      genotypes = List.copyOf(genotypes);
    }
  }

  /**
   * The request; what it does not say is as in a job on the same data without settings.
   *
   * @throws InvalidSpecification with every violation at once
   */
  public static Named read(JsonNode node, SearchJobSpecification job) {
    Findings findings = new Findings();
    Section root = Section.of(new Item(node, "", findings));
    findings.throwIfAny();
    List<Genotype> genotypes =
        root.required("genotypes", EXPECTED)
            .flatMap(item -> Section.items(item, COUNT))
            .map(items -> genotypes(items, job))
            .orElse(List.of());
    DatasetCatalogue dataset = DatasetReader.NAMES.find(job.dataset().name()).orElseThrow();
    FinalistSettings settings =
        new FinalistReader(root, Defaults.of(dataset), job.evaluation(), job.space())
            .read(genotypes.size(), job.dataset());
    if (findings.trust("/validation/images")) {
      TestImages.violation(settings, job.dataset(), "/validation/images")
          .ifPresent(one -> findings.add(one.pointer(), one.detail()));
    }
    findings.throwIfAny();
    return new Named(genotypes, settings);
  }

  private static List<Genotype> genotypes(List<Item> items, SearchJobSpecification job) {
    GenotypeReader reader = new GenotypeReader(job.space());
    return items.stream().map(reader::read).flatMap(Optional::stream).toList();
  }
}
