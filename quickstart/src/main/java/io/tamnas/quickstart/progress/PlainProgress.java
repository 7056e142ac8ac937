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
  private String shown = "";
  private Instant lastLine = Instant.MIN;

  public PlainProgress(Screen screen, Clock clock) {
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public void show(JobStatus status) {
    boolean newPhase = status.state() != state;
    String line = StatusLine.of(status);
    Instant now = clock.instant();
    if (status.state().isEnd() || (!newPhase && (line.equals(shown) || tooSoon(now)))) {
      return;
    }
    screen.line(line);
    state = status.state();
    shown = line;
    lastLine = now;
  }

  @Override
  public void end() {}

  private boolean tooSoon(Instant now) {
    return lastLine.plus(GAP).isAfter(now);
  }
}
