package io.tamnas.search.job;

import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.search.measurement.MeasurementKey;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads jobs, without changing or locking them. */
@Component
public class JobReader {

  private final JobRows rows;
  private final Specifications specifications;

  JobReader(JobRows rows, Specifications specifications) {
    this.rows = rows;
    this.specifications = specifications;
  }

  /**
   * The job of that id.
   *
   * @throws UnknownJob where there is none
   */
  public Job get(UUID id) {
    return find(id).orElseThrow(() -> new UnknownJob(id));
  }

  /** The same; empty where there is none. */
  public Optional<Job> find(UUID id) {
    return rows.findById(id).map(row -> row.read(specifications.of(row)));
  }

  /** Under what the subnets of a job that has a supernet are measured by a protocol. */
  public MeasurementKey measurementKey(Job job, EvaluationProtocol protocol) {
    return new MeasurementKey(
        Objects.requireNonNull(job.supernet()),
        specifications.protocol(protocol),
        Objects.requireNonNull(job.datasetDigest()));
  }

  JobRow row(UUID id) {
    return rows.findById(id).orElseThrow(() -> new UnknownJob(id));
  }
}
