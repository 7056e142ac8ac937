package io.tamnas.search.job;

import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes jobs in. With an idempotency key a body creates one job, however often and however
 * concurrently it is sent.
 */
@Component
class Submissions {

  private final Jobs jobs;
  private final SubmissionCheck check;
  private final JobRows rows;

  Submissions(Jobs jobs, SubmissionCheck check, JobRows rows) {
    this.jobs = jobs;
    this.check = check;
    this.rows = rows;
  }

  JobRow submit(InputStream body, @Nullable String key) {
    JsonNode document = SpecificationParser.parse(body);
    if (key == null) {
      return jobs.submit(read(document), Optional.empty());
    }
    Request request = Request.of(key, document);
    Optional<JobRow> known = known(request);
    return known.isPresent() ? known.get() : create(read(document), request);
  }

  private SearchJobSpecification read(JsonNode document) {
    return SpecificationReader.readSubmitted(document, check);
  }

  private JobRow create(SearchJobSpecification specification, Request request) {
    try {
      return jobs.submit(specification, Optional.of(request));
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
