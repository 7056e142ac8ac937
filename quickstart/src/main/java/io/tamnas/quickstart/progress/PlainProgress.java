package io.tamnas.quickstart.progress;

import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Without a terminal: a line for each new phase, and one every ten seconds in which something
 * changed.
 */
public final class PlainProgress implements Progress {

  private static final Duration GAP = Duration.ofSeconds(10);

  private final Screen screen;
  private final Clock clock;
  private @Nullable State state;
  private @Nullable JobStatus shown;
  private Instant phaseStart = Instant.MIN;
  private Instant lastLine = Instant.MIN;

  public PlainProgress(Screen screen, Clock clock) {
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public void show(JobStatus status) {
    if (status.isEnd()) {
      return;
    }
    Instant now = clock.instant();
    if (status.state() != state) {
      state = status.state();
      phaseStart = now;
    } else if (status.equals(shown) || lastLine.plus(GAP).isAfter(now)) {
      return;
    }
    screen.line(StatusLine.of(status, Duration.between(phaseStart, now)));
    shown = status;
    lastLine = now;
  }

  @Override
  public void end() {}
}
