package io.tamnas.search.job;

import static io.tamnas.search.job.JobState.CANCELLED;
import static io.tamnas.search.job.JobState.FAILED;
import static io.tamnas.search.job.JobState.FINALIZING;
import static io.tamnas.search.job.JobState.PAUSED;
import static io.tamnas.search.job.JobState.QUEUED;
import static io.tamnas.search.job.JobState.SEARCHING;
import static io.tamnas.search.job.JobState.SUCCEEDED;
import static io.tamnas.search.job.JobState.TRAINING_SUPERNET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tamnas.protocol.task.FailureClass;
import io.tamnas.search.specification.SearchJobSpecification;
import io.tamnas.search.specification.SpecificationParser;
import io.tamnas.search.specification.SpecificationReader;
import io.tamnas.search.support.Submitted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {

  private static final Map<JobState, Set<JobState>> ALLOWED =
      Map.of(
          QUEUED, EnumSet.of(TRAINING_SUPERNET, SEARCHING, PAUSED, CANCELLED, FAILED),
          TRAINING_SUPERNET, EnumSet.of(SEARCHING, PAUSED, CANCELLED, FAILED),
          SEARCHING, EnumSet.of(FINALIZING, SUCCEEDED, PAUSED, CANCELLED, FAILED),
          FINALIZING, EnumSet.of(SUCCEEDED, PAUSED, CANCELLED, FAILED),
          PAUSED, EnumSet.of(QUEUED, TRAINING_SUPERNET, SEARCHING, FINALIZING, CANCELLED, FAILED));

  @ParameterizedTest
  @EnumSource
  void allowsTheTableAndNothingElse(JobState from) {
    for (JobState to : JobState.values()) {
      assertThat(from.mayBecome(to))
          .as("%s → %s", from, to)
          .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
    }
  }

  @Test
  void refusesToCancelWhatHasSucceeded() {
    JobRow job = job();
    job.startSearching("a", "d", Instant.EPOCH);
    job.succeed(Instant.EPOCH);

    assertThatExceptionOfType(IllegalTransition.class)
        .isThrownBy(() -> job.cancel(Instant.EPOCH))
        .withMessageContaining("SUCCEEDED");
    assertThat(job.state).isEqualTo(SUCCEEDED);
  }

  @Test
  void goesOnWhereItWasPaused() {
    JobRow job = job();
    job.startTraining(Instant.EPOCH);
    job.pause(FailureClass.INFRASTRUCTURE, "disk full");
    assertThat(job.failureReason).isEqualTo("disk full");

    job.resume();

    assertThat(job.state).isEqualTo(TRAINING_SUPERNET);
    assertThat(job.failureReason).isNull();
    assertThatExceptionOfType(NotPaused.class).isThrownBy(job::resume);
  }

  private static JobRow job() {
    SearchJobSpecification specification =
        SpecificationReader.read(
            SpecificationParser.parse(Submitted.SMALL.getBytes(StandardCharsets.UTF_8)));
    return new JobRow(
        UUID.fromString("0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11"), specification, Instant.EPOCH);
  }
}
