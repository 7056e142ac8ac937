package io.tamnas.search.job;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.protocol.task.Work;
import io.tamnas.search.latency.LatencyKey;
import io.tamnas.search.measurement.MeasurementKey;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import tools.jackson.databind.json.JsonMapper;

/** Reads back the specifications of stored jobs. */
@Component
class Specifications {

  /** More than are at work at once, as a rule. */
  private static final int REMEMBERED = 512;

  private final JsonMapper mapper;
  private final ConcurrentLruCache<String, SearchJobSpecification> read =
      new ConcurrentLruCache<>(REMEMBERED, Specifications::read);

  Specifications(JsonMapper mapper) {
    this.mapper = mapper;
  }

  SearchJobSpecification of(JobRow job) {
    return read.get(job.specification);
  }

  private static SearchJobSpecification read(String text) {
    return SpecificationReader.read(
        SpecificationParser.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Under what the job's genotypes are measured; it has a supernet. */
  MeasurementKey measurementKey(JobRow job, SearchJobSpecification specification) {
    return new MeasurementKey(
        Objects.requireNonNull(job.supernet),
        protocol(specification.evaluation()),
        Objects.requireNonNull(job.datasetDigest));
  }

  /** Under what the work's genotype is measured. */
  MeasurementKey measurementKey(Work.Evaluate work) {
    return new MeasurementKey(work.supernet(), protocol(work.protocol()), work.datasetDigest());
  }

  /** Images and their division as text, wherever they lie; the same for the same. */
  String dataset(DatasetReference dataset) {
    return mapper.writeValueAsString(
        new DatasetReference(
            dataset.name(),
            null,
            dataset.validationImages(),
            dataset.splitSeed(),
            dataset.shapes(),
            dataset.folder()));
  }

  /** Under what the job's latencies are measured; it is bound to a kind of machine. */
  LatencyKey latencyKey(JobRow job, SearchJobSpecification specification) {
    return LatencyKey.of(
        specification.space(),
        Objects.requireNonNull(job.latencyProtocol),
        Objects.requireNonNull(job.latencyMachine));
  }

  /** A protocol as text, the same for equal protocols. */
  String protocol(LatencyProtocol protocol) {
    return mapper.writeValueAsString(protocol);
  }

  /** A protocol as text, the same for equal protocols. */
  String protocol(EvaluationProtocol protocol) {
    return mapper.writeValueAsString(protocol);
  }
}
