package io.tamnas.search.task;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The phases of a job's work, in the order in which they begin; those after the search may overlap.
 */
@Schema(
    enumAsRef = true,
    description =
        "A phase of a job's work. SEARCH: all that generations wait for, latencies among it, also"
            + " where the random search goes by the same. RANDOM_SEARCH: what is measured for the"
            + " random-search baseline alone. PROBES: short trainings for the rank correlation,"
            + " and their measurements")
public enum TaskPhase {
  SUPERNET_TRAINING("supernet training"),
  /** All that generations wait for, also where the random search goes by the same. */
  SEARCH("search"),
  /** What is measured for the baseline alone. */
  RANDOM_SEARCH("random-search baseline"),
  TEACHER_TRAINING("teacher"),
  FINALIST_TRAINING("finalists: training"),
  FINALIST_VALIDATION("finalists: validation"),
  FINALIST_EXPORT("finalists: export"),
  /** Short trainings, and their measurements. */
  PROBES("probes for the rank correlation"),
  RE_EVALUATION("re-evaluations"),
  TRANSFER("transfer matrices");

  /**
   * In SQL, the name of the phase of a task t, by its kind and by what it is about. Whatever it was
   * asked for, a measurement of a genotype that was born in the search is the search's, and so is
   * the latency by which a reference point is set.
   */
  public static final String OF_TASK =
      """
      case
        when t.beside then 'RE_EVALUATION'
        when t.kind = 'TRAIN_SUPERNET' then 'SUPERNET_TRAINING'
        when t.kind = 'TRANSFER_MATRIX' then 'TRANSFER'
        when starts_with(t.subject, 'probe/') then 'PROBES'
        when starts_with(t.subject, 'teacher/') then 'TEACHER_TRAINING'
        when t.kind = 'TRAIN_SUBNET' then 'FINALIST_TRAINING'
        when t.kind = 'VALIDATE' then 'FINALIST_VALIDATION'
        when t.kind = 'EXPORT' then 'FINALIST_EXPORT'
        when exists (select from baseline_subnet b where b.job = t.job and b.genotype = t.subject)
          and not exists (select from individual i where i.job = t.job and i.genotype = t.subject)
          and not exists (select from search_job j join latency l on l.id = j.reference_latency
            where t.kind = 'MEASURE_LATENCY' and j.id = t.job and l.genotype = t.subject)
          then 'RANDOM_SEARCH'
        when t.kind in ('EVALUATE', 'MEASURE_LATENCY') then 'SEARCH' end\
      """;

  /**
   * In SQL, up to how long nothing may be under way within a phase without its wall time standing
   * still. Spans are kept that much longer than attempts, so that their number is bounded.
   */
  public static final String GAP = "interval '1 minute'";

  private final String words;

  TaskPhase(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}
