package io.tamnas.quickstart.progress;

import io.tamnas.quickstart.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** On a terminal: one line per phase, rewritten in place while the phase lasts. */
public final class LiveProgress implements Progress {

  private final Screen screen;
  private final Clock clock;
  private @Nullable JobStatus last;
  private Instant phaseStart;

  public LiveProgress(Screen screen, Clock clock) {
    this.screen = screen;
    this.clock = clock;
    this.phaseStart = clock.instant();
  }

  @Override
  public void show(JobStatus status) {
    if (last != null && last.state() != status.state()) {
      leave(last, status);
    }
    if (status.isEnd()) {
      last = null;
      return;
    }
    if (last == null) {
      phaseStart = clock.instant();
    }
    last = status;
    screen.overwrite(StatusLine.of(status, Duration.between(phaseStart, clock.instant())));
  }

  @Override
  public void end() {
    if (last != null) {
      screen.endLine();
      last = null;
    }
  }

  private void leave(JobStatus before, JobStatus now) {
    switch (now.state()) {
      case FAILED, PAUSED, CANCELLED -> {}
      case QUEUED, TRAINING_SUPERNET, SEARCHING, FINALIZING, SUCCEEDED ->
          screen.overwrite(
              StatusLine.finished(before, Duration.between(phaseStart, clock.instant())));
    }
    screen.endLine();
    phaseStart = clock.instant();
  }
}
