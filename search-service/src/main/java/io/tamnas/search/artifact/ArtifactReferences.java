package io.tamnas.search.artifact;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Every column that names artifacts, and which of its rows keep what they name. An artifact that
 * none of them names is deleted some time after its last upload or announcement.
 */
enum ArtifactReferences {
  /** A trained supernet is there for any job. */
  SUPERNET("supernet", "artifact", "true"),
  JOB_SUPERNET("search_job", "supernet", "true"),
  JOB_SPECIFICATION("search_job", "specification", "true"),
  MEASUREMENT("measurement", "supernet", "true"),
  /** Of a task that may still be done, or be tried once more. */
  TASK_WORK("task", "work", Resumable.SQL),
  CHECKPOINT("task", "checkpoint_artifact", Resumable.SQL),
  PREVIOUS_CHECKPOINT("task", "previous_checkpoint_artifact", Resumable.SQL),
  FINALIST_SETTINGS("finalist", "settings", "true"),
  TRAINED("finalist_network", "trained", "true"),
  VALIDATED("finalist_network", "validated", "true"),
  EXPORTED("finalist_network", "exported", "true"),
  /** Any job may learn from it. */
  TRAINED_NETWORK("trained_network", "artifact", "true"),
  TRAINED_NETWORK_RESULT("trained_network", "trained", "true"),
  TEACHER_SETTINGS("teacher", "settings", "true"),
  TEACHER_TRAINED("teacher", "trained", "true"),
  /** While it is to be measured, the task for that keeps it; nobody needs it later. */
  PROBE_TRAINED("probe", "trained", "false"),
  PROBE_MEASURED("probe", "measured", "false"),
  TRANSFER_WORK("transfer_matrix", "work", "true"),
  TRANSFER_RESULT("transfer_matrix", "result", "true"),
  /** What comes out of an attempt is kept by what it was for. */
  ATTEMPT_RESULT("attempt", "result", "false"),
  ATTEMPT_REASON("attempt", "failure_reason", "false"),
  /** May name the last checkpoint of a training that has failed, for a look as long as it lasts. */
  JOB_REASON("search_job", "failure_reason", "false");

  /** All digests that some row keeps, as a column {@code sha256}; others may be among them. */
  static final String SQL =
      Arrays.stream(values())
          .map(ArtifactReferences::sql)
          .collect(Collectors.joining("\nunion all\n"));

  private final String table;
  private final String column;
  private final String keeps;

  /**
   * Not of a task that is done, nor of one that its job's end has ended, nor of a training whose
   * failure has ended its job: nothing goes on from there.
   */
  private static final class Resumable {
    static final String SQL =
        """
        t.state <> 'SUCCEEDED' and exists (select from search_job j where j.id = t.job
          and j.state <> 'CANCELLED'
          and not (j.state = 'FAILED' and (t.state = 'CANCELLED' or t.kind = 'TRAIN_SUPERNET')))\
        """;
  }

  ArtifactReferences(String table, String column, String keeps) {
    this.table = table;
    this.column = column;
    this.keeps = keeps;
  }

  String table() {
    return table;
  }

  String column() {
    return column;
  }

  /** Digests are found wherever they stand in the text; one text may stand in many rows. */
  private String sql() {
    return """
    select (regexp_matches(text, '[0-9a-f]{64}', 'g'))[1] as sha256
    from (select distinct t.%s::text as text from %s t where %s) of_%s_%s\
    """
        .formatted(column, table, keeps, table, column);
  }
}
