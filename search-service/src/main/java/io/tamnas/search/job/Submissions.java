package io.tamnas.search.job;

import io.tamnas.search.specification.ForkReader;
import io.tamnas.search.specification.InvalidSpecification;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.search.specification.Violation;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes jobs in. With an idempotency key a body creates one job, however often and however
 * concurrently it is sent.
 */
@Component
class Submissions {

  private final Jobs jobs;
  private final SubmissionCheck check;
  private final JobRows rows;
  private final Specifications specifications;

  Submissions(Jobs jobs, SubmissionCheck check, JobRows rows, Specifications specifications) {
    this.jobs = jobs;
    this.check = check;
    this.rows = rows;
    this.specifications = specifications;
  }

  JobRow submit(InputStream body, @Nullable String key, Scheduling scheduling) {
    JsonNode document = SpecificationParser.parse(body);
    if (key == null) {
      return jobs.submit(read(document), scheduling, Optional.empty());
    }
    Request request = Request.of(key, document);
    Optional<JobRow> known = known(request);
    return known.isPresent() ? known.get() : create(read(document), scheduling, request);
  }

  private SearchJobSpecification read(JsonNode document) {
    return SpecificationReader.readSubmitted(document, check);
  }

  /**
   * A job that begins with a population of another one, and is served like it.
   *
   * @throws InvalidSpecification with every violation at once, pointing into the request
   */
  JobRow fork(UUID id, InputStream body, @Nullable String key) {
    JsonNode document = SpecificationParser.parse(body);
    JobRow origin = rows.findById(id).orElseThrow(() -> new UnknownJob(id));
    Optional<Request> request =
        Optional.ofNullable(key).map(sent -> Request.of(sent, ofFork(id, document)));
    Optional<JobRow> known = request.flatMap(this::known);
    return known.isPresent() ? known.get() : fork(origin, document, request);
  }

  private JobRow fork(JobRow origin, JsonNode document, Optional<Request> request) {
    if (origin.supernet == null) {
      throw new InvalidSpecification(
          List.of(new Violation("/generation", "the job has no ranked generation yet")));
    }
    SearchJobSpecification fork =
        ForkReader.read(document, origin.id, specifications.of(origin), origin.supernet, check);
    try {
      return request.isPresent()
          ? create(fork, origin.scheduling(), request.get())
          : jobs.submit(fork, origin.scheduling(), request);
    } catch (InvalidSpecification invalid) {
      throw ForkReader.pointingIntoRequest(invalid);
    }
  }

  /** So that the key of one job's fork is not that of another's. */
  private static JsonNode ofFork(UUID job, JsonNode body) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode().put("fork", job.toString());
    whole.set("request", body);
    return whole;
  }

  private JobRow create(
      SearchJobSpecification specification, Scheduling scheduling, Request request) {
    try {
      return jobs.submit(specification, scheduling, Optional.of(request));
    } catch (DataIntegrityViolationException e) {
      return known(request).orElseThrow(() -> e);
    }
  }

  private Optional<JobRow> known(Request request) {
    Optional<JobRow> known = rows.findByIdempotencyKey(request.key());
    known
        .filter(job -> !request.digest().equals(job.requestDigest))
        .ifPresent(
            job -> {
              throw new IdempotencyKeyReused(job.id);
            });
    return known;
  }
}
