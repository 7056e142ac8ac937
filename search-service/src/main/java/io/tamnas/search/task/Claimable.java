package io.tamnas.search.task;

/** What may be claimed now, as conditions in SQL: whoever counts it counts what claims see. */
public final class Claimable {

  /** Of {@code worker w}; {@code :lease} and {@code :pause} are seconds. */
  public static final String WORKER =
      """
      w.task is null and not w.draining and w.unavailable_until <= clock_timestamp()
        and (w.quarantined_until is null or w.quarantined_until <= clock_timestamp())
        and w.seen_at > clock_timestamp() - :lease * interval '1 second'
        and (w.shunned_at is null or w.seen_at > w.shunned_at + :pause * interval '1 second')
      """;

  /** Of {@code search_job j}: it lets run what its course does not depend on. */
  static final String BESIDE = "(j.paused_by is distinct from 'USER')";

  /** Of the kind of {@code t}: {@code search_job j} lets it run, unless a task says otherwise. */
  static final String COURSE =
      """
      (j.state in ('QUEUED', 'TRAINING_SUPERNET', 'SEARCHING', 'FINALIZING')
        or t.kind in ('TRAIN_SUBNET', 'VALIDATE', 'EXPORT') and j.state = 'SUCCEEDED'
        or t.kind = 'TRANSFER_MATRIX' and %s)
      """
          .formatted(BESIDE);

  /** Of a ready {@code task t} of {@code search_job j}: the job lets it run. */
  public static final String TASK = "(" + COURSE + " or t.beside and " + BESIDE + ")";

  private Claimable() {}
}
