package io.tamnas.search.job;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.evaluation.EvaluationProtocol;
import io.tamnas.protocol.evaluation.LatencyProtocol;
import io.tamnas.search.latency.LatencyKey;
import io.tamnas.search.measurement.MeasurementKey;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads back the specifications of stored jobs. */
@Component
class Specifications {

  private final JsonMapper mapper;

  Specifications(JsonMapper mapper) {
    this.mapper = mapper;
  }

  SearchJobSpecification of(JobRow job) {
    return SpecificationReader.read(
        SpecificationParser.parse(job.specification.getBytes(StandardCharsets.UTF_8)));
  }

  /** Under what the job's genotypes are measured; it has a supernet. */
  MeasurementKey measurementKey(JobRow job, SearchJobSpecification specification) {
    return new MeasurementKey(
        Objects.requireNonNull(job.supernet),
        protocol(specification.evaluation()),
        Objects.requireNonNull(job.datasetDigest));
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
