package io.tamnas.search.specification;

import io.tamnas.space.Genotype;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Turns what a user wrote into a request for finalists, or says everything that is wrong. */
public final class NamedFinalistsReader {

  /** Where the genotypes stand. */
  public static final String POINTER = "/genotypes";

  private static final Range COUNT = new Range(1, FinalistSettings.MOST);
  private static final String EXPECTED = "a list of " + COUNT.count() + " genotypes of the front";

  private NamedFinalistsReader() {}

  /**
   * What is asked for.
   *
   * @param genotypes of the job's space, by their places in the list
   * @param settings how they become networks of their own
   */
  public record Named(SortedMap<Integer, Genotype> genotypes, FinalistSettings settings) {
    public Named {
      genotypes = Collections.unmodifiableSortedMap(new TreeMap<>(genotypes));
    }
  }

  /**
   * The request; what it does not say is as in a job on the same data without settings.
   *
   * @throws InvalidSpecification with every violation at once, those of the circumstances too
   */
  public static Named read(
      JsonNode node, SearchJobSpecification job, Circumstances<Named> circumstances) {
    Findings findings = new Findings();
    Section root = Section.of(new Item(node, "", findings));
    findings.throwIfAny();
    SortedMap<Integer, Genotype> genotypes =
        root.required("genotypes", EXPECTED)
            .flatMap(item -> Section.items(item, COUNT))
            .map(items -> genotypes(items, job))
            .orElseGet(TreeMap::new);
    DatasetCatalogue dataset = DatasetReader.NAMES.find(job.dataset().name()).orElseThrow();
    FinalistSettings settings =
        new FinalistReader(root, Defaults.of(dataset), job.evaluation(), job.space())
            .read(genotypes.size(), job.dataset());
    if (findings.trust("/validation/images")) {
      TestImages.violation(settings, job.dataset(), "/validation/images")
          .ifPresent(one -> findings.add(one.pointer(), one.detail()));
    }
    Named named = new Named(genotypes, settings);
    findings.addSound(circumstances.violations(named, findings::trust));
    findings.throwIfAny();
    return named;
  }

  private static SortedMap<Integer, Genotype> genotypes(
      List<Item> items, SearchJobSpecification job) {
    GenotypeReader reader = new GenotypeReader(job.space());
    SortedMap<Integer, Genotype> genotypes = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      reader.read(items.get(i)).ifPresent(genotype -> genotypes.put(place, genotype));
    }
    return genotypes;
  }
}
