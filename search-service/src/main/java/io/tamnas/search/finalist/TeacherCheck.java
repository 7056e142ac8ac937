package io.tamnas.search.finalist;

import io.tamnas.search.specification.TeacherSettings;
import io.tamnas.search.teacher.TrainedNetwork;
import io.tamnas.search.teacher.TrainedNetworks;
import io.tamnas.space.Genotype;
import io.tamnas.space.GenotypeText;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a teacher has to be. Each text says what is wrong with it, after its name or pointer. */
@Component
class TeacherCheck {

  private final TrainedNetworks networks;

  TeacherCheck(TrainedNetworks networks) {
    this.networks = networks;
  }

  /** A teacher as a network: its space, and its genotype there. */
  record Teacher(SearchSpace space, Genotype genotype) {
    long parameters() {
      return NetworkCost.of(space, genotype).parameters();
    }
  }

  /** The network that these settings name; empty where it is an artifact that nobody knows. */
  Optional<Teacher> teacher(TeacherSettings settings, SearchSpace space) {
    return switch (settings) {
      case TeacherSettings.Trained trained ->
          Optional.of(new Teacher(space, new Genotype(trained.genotype())));
      case TeacherSettings.Given given ->
          networks
              .find(given.artifact())
              .map(network -> new Teacher(network.space(), network.genotype()));
    };
  }

  /**
   * What is wrong with it for every finalist of the space.
   *
   * @param datasetDigest of the images that the finalists learn on; empty until it is known
   */
  List<String> problems(
      TeacherSettings settings, SearchSpace space, Optional<String> datasetDigest) {
    return switch (settings) {
      case TeacherSettings.Trained _ -> List.of();
      case TeacherSettings.Given given ->
          networks
              .find(given.artifact())
              .map(network -> misfits(network, space, datasetDigest))
              .orElse(List.of("is no network that was trained here"));
    };
  }

  private static List<String> misfits(
      TrainedNetwork network, SearchSpace space, Optional<String> datasetDigest) {
    List<String> misfits = new ArrayList<>();
    if (!network.space().input().equals(space.input())) {
      misfits.add(
          "takes images of %s, this data set's have %s"
              .formatted(network.space().input().text(), space.input().text()));
    }
    if (network.space().classes() != space.classes()) {
      misfits.add(
          "tells %d classes apart, this data set has %d"
              .formatted(network.space().classes(), space.classes()));
    }
    if (misfits.isEmpty()) {
      datasetDigest
          .filter(digest -> !digest.equals(network.datasetDigest()))
          .ifPresent(
              digest ->
                  misfits.add(
                      "was trained on data with digest %s, this job is on %s"
                          .formatted(network.datasetDigest(), digest)));
    }
    return misfits;
  }

  /** What is wrong with it for one finalist; nothing is, where it is at least as large. */
  static Optional<String> problem(Teacher teacher, SearchSpace space, Genotype finalist) {
    long parameters = NetworkCost.of(space, finalist).parameters();
    return teacher.parameters() >= parameters
        ? Optional.empty()
        : Optional.of(
            "must be at least as large as each finalist that it teaches: it has %d parameters, %s has %d"
                .formatted(
                    teacher.parameters(), new GenotypeText(space).write(finalist), parameters));
  }
}
