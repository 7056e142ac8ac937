package io.tamnas.search.job;

import io.tamnas.search.database.Gathering;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers about one job: its status, its entity tag, and when to ask again. Whoever asks while
 * others are answered waits for the next reading, which is one for many of them, each job as of one
 * moment: however many look on, workers find a connection.
 */
@Component
class JobAnswers {

  private static final String RETRY_SECONDS = "2";

  /** How many readings at a time, and so how many connections. */
  private static final int AT_ONCE = 3;

  private final JobRows rows;
  private final JobStatuses statuses;
  private final JsonMapper mapper;
  private final TransactionTemplate moment;

  /** A job's is always the same one. */
  private final List<Gathering<UUID, Optional<Answer>>> readings =
      Stream.generate(() -> new Gathering<>(this::read)).limit(AT_ONCE).toList();

  JobAnswers(
      JobRows rows,
      JobStatuses statuses,
      JsonMapper mapper,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.statuses = statuses;
    this.mapper = mapper;
    this.moment = new TransactionTemplate(transactions);
    this.moment.setReadOnly(true);
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  private record Answer(JobStatus status, String tag) {}

  /**
   * Where the job is.
   *
   * @throws UnknownJob where there is none
   */
  ResponseEntity<JobStatus> ok(UUID id) {
    return answer(ResponseEntity.ok(), id);
  }

  /** For what begins or goes on now; the location is where to follow it. */
  ResponseEntity<JobStatus> accepted(UUID id) {
    return answer(
        ResponseEntity.accepted().location(URI.create(JobStatus.Links.of(id).self())), id);
  }

  private ResponseEntity<JobStatus> answer(ResponseEntity.BodyBuilder builder, UUID id) {
    Answer answer =
        readings
            .get(Math.floorMod(id.hashCode(), AT_ONCE))
            .call(id)
            .orElseThrow(() -> new UnknownJob(id));
    if (!answer.status().state().isEnd()) {
      builder.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return builder.eTag(answer.tag()).body(answer.status());
  }

  private List<Optional<Answer>> read(List<UUID> ids) {
    return moment.execute(
        _ -> {
          Map<UUID, Optional<Answer>> answers = new HashMap<>();
          Function<JobRow, JobStatus> status = statuses.now();
          for (UUID id : ids) {
            answers.computeIfAbsent(id, one -> rows.findById(one).map(job -> of(job, status)));
          }
          return ids.stream().map(answers::get).toList();
        });
  }

  private Answer of(JobRow job, Function<JobRow, JobStatus> statuses) {
    JobStatus status = statuses.apply(job);
    return new Answer(status, Condition.tag(job, mapper.writeValueAsString(status)));
  }
}
