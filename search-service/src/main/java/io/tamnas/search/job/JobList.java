package io.tamnas.search.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Pages of jobs, newest first; a job that comes in between shifts nothing. */
@Component
class JobList {

  private static final int LARGEST = 100;

  private final JobRows rows;
  private final JobStatuses statuses;

  JobList(JobRows rows, JobStatuses statuses) {
    this.rows = rows;
    this.statuses = statuses;
  }

  /** Some jobs and where the next ones are. */
  @Schema(name = "JobPage")
  record Page(
      List<JobStatus> items,
      @Schema(description = "The cursor of the next page; null on the last one")
          @Nullable String next) {}

  Page page(int limit, @Nullable String cursor) {
    if (limit < 1 || limit > LARGEST) {
      throw new InvalidParameter("limit must be from 1 to " + LARGEST + ", is " + limit);
    }
    long before = cursor == null ? Long.MAX_VALUE : Cursor.read(cursor);
    List<JobRow> jobs = rows.findByNumberLessThanOrderByNumberDesc(before, Limit.of(limit + 1));
    List<JobRow> shown = jobs.subList(0, Math.min(limit, jobs.size()));
    String next =
        jobs.size() > limit ? Cursor.after(Objects.requireNonNull(shown.getLast().number)) : null;
    return new Page(shown.stream().map(statuses.now()).toList(), next);
  }
}
