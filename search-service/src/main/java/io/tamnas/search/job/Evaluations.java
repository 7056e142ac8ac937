package io.tamnas.search.job;

import io.tamnas.protocol.task.Work;
import io.tamnas.search.generation.Genes;
import io.tamnas.search.measurement.MeasurementKey;
import io.tamnas.search.measurement.Measurements;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.task.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Measurements of genotypes under a job's own protocol: what is known of them, and what is not. */
@Component
class Evaluations {

  private final Specifications specifications;
  private final Measurements measurements;
  private final Tasks tasks;

  Evaluations(Specifications specifications, Measurements measurements, Tasks tasks) {
    this.specifications = specifications;
    this.measurements = measurements;
    this.tasks = tasks;
  }

  /** What is measured of these genotypes already, by whatever job. */
  Map<String, Long> known(
      JobRow job, SearchJobSpecification specification, List<String> genotypes) {
    return measurements.known(specifications.measurementKey(job, specification), genotypes);
  }

  /** Asks for measurements in this order; asked again, nothing is added. */
  void ask(JobRow job, SearchJobSpecification specification, List<String> genotypes) {
    MeasurementKey key = specifications.measurementKey(job, specification);
    String space = specification.space().text();
    Map<String, Work> works = new LinkedHashMap<>();
    for (String genotype : genotypes) {
      works.put(
          genotype,
          new Work.Evaluate(
              specification.dataset(),
              key.datasetDigest(),
              space,
              key.supernet(),
              Genes.read(genotype).genes(),
              specification.evaluation()));
    }
    tasks.add(job.id, works);
  }
}
