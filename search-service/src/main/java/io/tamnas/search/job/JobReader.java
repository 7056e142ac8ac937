package io.tamnas.search.job;

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
    JobRow row = row(id);
    return row.read(specifications.of(row));
  }

  JobRow row(UUID id) {
    return rows.findById(id).orElseThrow(() -> new UnknownJob(id));
  }
}
