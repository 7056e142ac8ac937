package io.tamnas.search.job;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tamnas.protocol.task.FailureClass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a job is, as people see it. */
@Schema(description = "Where a search job is")
record JobStatus(
    UUID id,
    String name,
    JobState state,
    @Schema(description = "Of the whole job, from 0 to 1", example = "0.42") double progress,
    @Schema(
            description =
                "Estimated from the rate so far, null where there is none yet; before the search"
                    + " has begun, it is taken to last as long as the training; a baseline is taken"
                    + " to last as long as the search")
        @Nullable Long timeLeftSeconds,
    Phase phase,
    @Schema(description = "The current one; null before the search") @Nullable Integer generation,
    @Schema(description = "The number of the last one; as many follow generation 0")
        int generations,
    @Schema(description = "How many different subnets the search has measured") int measured,
    long seed,
    @Schema(description = "SHA-256 of the specification without its name")
        String specificationDigest,
    @Schema(description = "SHA-256 of the supernet's artifact; null until there is one")
        @Nullable String supernet,
    @Schema(description = "Of the decoded images and their division; null until it is known")
        @Nullable String datasetDigest,
    @Schema(description = "Of a fork, what it began with; null otherwise")
        @Nullable Beginning origin,
    @Schema(
            description =
                "The kind of machine on which alone the job measures latencies; null where it"
                    + " measures none, and until the first worker has measured")
        @Nullable String latencyMachine,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Who paused the job, and what now; null where it is not PAUSED")
        @Nullable Pause pause,
    @Schema(description = "Why the job is FAILED, or PAUSED because of a failure; null otherwise")
        @Nullable Failure failure,
    @Schema(description = "Jobs of a higher one are served first") int priority,
    @Schema(description = "How many of its tasks may run at a time; null: no limit of its own")
        @Nullable Integer maximumTasks,
    @Schema(description = "What a job waits for that nobody can do now; null otherwise")
        @Nullable String waitingFor,
    Links links) {

  /** The part of its life that the job is in. */
  @Schema(description = "The phase that the job is in, or was in when it was paused or ended")
  record Phase(
      JobState name,
      @Schema(description = "From 0 to 1") double progress,
      @Schema(description = "Estimated from the phase's rate so far; null where there is none yet")
          @Nullable Long timeLeftSeconds) {}

  /** What a fork began with. */
  @Schema(name = "Origin", description = "The population that a fork began with")
  record Beginning(
      @Schema(description = "The job that was forked") UUID job,
      @Schema(description = "Whose survivors the population is") int generation,
      String link) {

    static Beginning of(UUID job, int generation) {
      return new Beginning(job, generation, Links.of(job).self());
    }
  }

  /** Why a job rests. */
  @Schema(description = "Why a job rests")
  record Pause(PauseCause by, String reason) {}

  /** Why a job cannot go on. */
  @Schema(description = "Why a job cannot go on")
  record Failure(FailureClass failureClass, String reason) {}

  /** Where more about the job is found. */
  @Schema(description = "Where more about the job is found")
  record Links(
      String self,
      String specification,
      String front,
      String baseline,
      String generations,
      String metrics,
      String correlation,
      String finalists,
      String reevaluations,
      @Schema(description = "As JSON; as a page with .html at its end") String report) {

    static Links of(UUID job) {
      String self = "/api/v1/search-jobs/" + job;
      return new Links(
          self,
          self + "/specification",
          self + "/front",
          self + "/baseline",
          self + "/generations",
          self + "/metrics",
          self + "/correlation",
          self + "/finalists",
          self + "/re-evaluations",
          self + "/report");
    }
  }
}
