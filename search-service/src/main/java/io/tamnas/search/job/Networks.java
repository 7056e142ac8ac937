package io.tamnas.search.job;

import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.Violation;
import io.tamnas.search.task.Task;
import io.tamnas.search.task.UnusableResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The networks of a job, whoever owns them; owners come in their declared order. */
@Component
class Networks {

  private final List<NetworkOwner> owners;

  Networks(List<NetworkOwner> owners) {
    this.owners = List.copyOf(owners);
  }

  /**
   * Who the task belongs to.
   *
   * @throws UnusableResult where it is about no network
   */
  NetworkOwner ownerOf(Task task) {
    return owners.stream()
        .filter(owner -> owner.owns(task))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableResult(
                    "the task is " + task.work().kind() + ", the result is of another kind"));
  }

  /**
   * What of the networks that the specification asks for cannot be, by what is known here.
   *
   * @param datasetDigest of the job's images and their division; empty until it is known
   */
  List<Violation> violations(SearchJobSpecification specification, Optional<String> datasetDigest) {
    return owners.stream()
        .flatMap(owner -> owner.violations(specification, datasetDigest).stream())
        .toList();
  }

  void begin(Job job) {
    owners.forEach(owner -> owner.begin(job));
  }

  /** How far they are on average over their owners; empty where there are none. */
  OptionalDouble progress(UUID job) {
    return owners.stream()
        .map(owner -> owner.progress(job))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  void cancel(UUID job) {
    owners.forEach(owner -> owner.cancel(job));
  }

  boolean areEnded(UUID job) {
    return owners.stream().allMatch(owner -> owner.areEnded(job));
  }
}
