package io.tamnas.search.specification;

import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.math.BigInteger;
import java.util.OptionalLong;

/** What settings of different parts of a specification demand of one another. */
final class Consistency {

  private final Findings findings;

  Consistency(Findings findings) {
    this.findings = findings;
  }

  void check(SearchJobSpecification specification) {
    checkImages(specification);
    specification.origin().ifPresent(origin -> checkOrigin(specification, origin));
    if (findings.trust("/space") && DatasetReader.knowsImages(findings)) {
      checkChoices(specification.space());
      checkConstraints(specification.space(), specification.search().constraints());
    }
  }

  private void checkOrigin(SearchJobSpecification specification, Origin origin) {
    if (specification.supernet().isEmpty() && findings.trust("/supernet")) {
      findings.add("/supernet", "is missing; must be the one of the origin");
    }
    int generations = specification.search().generations();
    if (generations < origin.generation() && findings.trust("/search/generations")) {
      findings.add(
          "/search/generations",
          "must be at least %d, the generation that it begins with, is %d"
              .formatted(origin.generation(), generations));
    }
  }

  private void checkImages(SearchJobSpecification specification) {
    int validation = specification.dataset().validationImages();
    atMost(
        "/evaluation/images",
        specification.evaluation().images(),
        "/dataset/validationImages",
        validation,
        "the validation images");
    TrainingImages.drawn(specification.dataset()).ifPresent(all -> checkDrawn(specification, all));
  }

  private void checkDrawn(SearchJobSpecification specification, int all) {
    int validation = specification.dataset().validationImages();
    String source = "/dataset/shapes/trainingImages";
    atMost("/dataset/validationImages", validation, source, all - 2, "all but 2 training images");
    if (!findings.trust("/dataset/validationImages")) {
      return;
    }
    int left = all - validation;
    String what = "the training images left beside the validation images";
    atMost("/training/batchSize", specification.training().batchSize(), source, left, what);
    int recalibration = specification.evaluation().recalibrationImages();
    atMost("/evaluation/recalibrationImages", recalibration, source, left, what);
  }

  private void atMost(String pointer, int value, String source, int most, String what) {
    if (value > most && findings.trust(pointer) && findings.trust(source)) {
      findings.add(pointer, "must be at most %d, %s, is %d".formatted(most, what, value));
    }
  }

  private void checkChoices(SearchSpace space) {
    if (space.cardinality().equals(BigInteger.ONE)) {
      findings.add(
          "/space", "holds a single network; some layer needs more than one block or scale");
    }
  }

  private void checkConstraints(SearchSpace space, Constraints constraints) {
    NetworkCost smallest = SmallestCost.of(space);
    reachable("maxParameters", constraints.maxParameters(), smallest.parameters());
    reachable("maxMultiplyAdds", constraints.maxMultiplyAdds(), smallest.multiplyAdds());
  }

  private void reachable(String name, OptionalLong limit, long smallest) {
    if (limit.isPresent() && limit.getAsLong() < smallest) {
      findings.add(
          "/search/constraints/" + name,
          "excludes every network of the space: must be at least %d, what the smallest has, is %d"
              .formatted(smallest, limit.getAsLong()));
    }
  }
}
