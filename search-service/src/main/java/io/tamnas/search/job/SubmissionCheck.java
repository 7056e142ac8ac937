package io.tamnas.search.job;

import io.tamnas.search.specification.Circumstances;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.supernet.Supernet;
import io.tamnas.search.supernet.Supernets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether what a job names is there and fits it: its supernet, and what its networks need. */
@Component
class SubmissionCheck implements Circumstances<SearchJobSpecification> {

  private static final String SUPERNET = "/supernet/artifact";

  private final Supernets supernets;
  private final Specifications specifications;
  private final Networks networks;

  SubmissionCheck(Supernets supernets, Specifications specifications, Networks networks) {
    this.supernets = supernets;
    this.specifications = specifications;
    this.networks = networks;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Violation> violations(
      SearchJobSpecification specification, Predicate<String> isSound) {
    if (!isSound.test("/dataset") || !isSound.test("/space")) {
      return List.of();
    }
    Optional<Supernet> supernet = specification.supernet().flatMap(supernets::find);
    List<Violation> violations = new ArrayList<>();
    if (specification.supernet().isPresent() && supernet.isEmpty()) {
      violations.add(new Violation(SUPERNET, "no supernet that was trained here has this digest"));
    }
    List<Violation> misfits =
        supernet.stream().flatMap(one -> misfits(one, specification)).toList();
    violations.addAll(misfits);
    violations.addAll(
        networks.violations(
            specification, supernet.filter(one -> misfits.isEmpty()).map(Supernet::datasetDigest)));
    return violations;
  }

  private Stream<Violation> misfits(Supernet supernet, SearchJobSpecification specification) {
    List<Violation> misfits = new ArrayList<>();
    if (!supernet.dataset().equals(specifications.dataset(specification.dataset()))) {
      misfits.add(
          new Violation(
              SUPERNET,
              "this supernet was trained on another data set or split: " + supernet.dataset()));
    }
    if (!supernet.space().equals(specification.space().text())) {
      misfits.add(
          new Violation(
              SUPERNET, "this supernet was trained for another search space: " + supernet.space()));
    }
    return misfits.stream();
  }
}
