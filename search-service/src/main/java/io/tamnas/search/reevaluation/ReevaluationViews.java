package io.tamnas.search.reevaluation;

import io.tamnas.search.generation.Born;
import io.tamnas.search.generation.Individuals;
import io.tamnas.search.job.Cursor;
import io.tamnas.search.job.InvalidParameter;
import io.tamnas.search.job.Job;
import io.tamnas.search.job.JobReader;
import io.tamnas.search.task.TaskStanding;
import io.tamnas.search.task.Tasks;
import io.tamnas.space.Genotype;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads re-evaluations as people see them, each time as of one moment. */
@Component
public class ReevaluationViews {

  private static final int LARGEST = 100;

  private final JobReader jobs;
  private final ReevaluationRows rows;
  private final Individuals individuals;
  private final Tasks tasks;

  ReevaluationViews(JobReader jobs, ReevaluationRows rows, Individuals individuals, Tasks tasks) {
    this.jobs = jobs;
    this.rows = rows;
    this.individuals = individuals;
    this.tasks = tasks;
  }

  /**
   * One of a job.
   *
   * @throws UnknownReevaluation where there is none of that number
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ReevaluationView find(UUID id, int number) {
    Job job = jobs.get(id);
    StoredReevaluation stored =
        rows.find(id, number).orElseThrow(() -> new UnknownReevaluation(id, number));
    return views(job, List.of(stored)).getFirst();
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ReevaluationView.Page page(UUID id, int limit, Optional<String> cursor) {
    if (limit < 1 || limit > LARGEST) {
      throw new InvalidParameter("limit must be from 1 to " + LARGEST + ", is " + limit);
    }
    Job job = jobs.get(id);
    List<StoredReevaluation> found =
        rows.before(id, cursor.map(Cursor::read).orElse(Long.MAX_VALUE), limit + 1);
    List<StoredReevaluation> shown = found.subList(0, Math.min(limit, found.size()));
    return new ReevaluationView.Page(
        views(job, shown), found.size() > limit ? Cursor.after(shown.getLast().number()) : null);
  }

  /** All of a job, oldest first; in the caller's transaction. */
  public List<ReevaluationView> of(Job job) {
    return views(job, rows.of(job.id()));
  }

  private List<ReevaluationView> views(Job job, List<StoredReevaluation> stored) {
    if (stored.isEmpty()) {
      return List.of();
    }
    Map<Genotype, Born> first = new TreeMap<>();
    individuals.measured(job.id()).forEach(born -> first.put(born.genotype(), born));
    Map<String, TaskStanding> standings = tasks.beside(job.id());
    return stored.stream().map(one -> new Sheet(job, one, first, standings).view()).toList();
  }
}
