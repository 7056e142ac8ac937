package io.tamnas.worker.attempt;

import static org.awaitility.Awaitility.await;

import io.tamnas.protocol.task.TaskAssignment;
import io.tamnas.worker.artifact.ArtifactCache;
import io.tamnas.worker.contact.SearchService;
import io.tamnas.worker.fake.Callers;
import io.tamnas.worker.fake.FakeSearchService;
import io.tamnas.worker.fake.SettableClock;
import io.tamnas.worker.pulse.Heartbeats;
import io.tamnas.worker.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The life of attempts against a fake service, on a clock that a test moves. */
public final class AttemptHarness implements AutoCloseable {
  public static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(2);
  public static final Duration ALLOWANCE = Duration.ofMinutes(1);

  public final FakeSearchService service;
  public final SettableClock clock = new SettableClock();
  public final Heartbeats heartbeats = new Heartbeats(clock, ALLOWANCE);
  public final AttemptLife life;
  private final WorkDirectory directory;

  public AttemptHarness(Path folder, AttemptListener... listeners) throws IOException {
    service = new FakeSearchService();
    directory = WorkDirectory.open(folder);
    SearchService calls = Callers.of(service);
    ArtifactCache cache = new ArtifactCache(directory.artifacts(), 1 << 20, calls, clock);
    Ways ways = new Ways(calls, Callers.patience(), cache);
    life =
        new AttemptLife(
            ways,
            directory,
            Callers.BACKOFF,
            CHECKPOINT_INTERVAL,
            clock,
            heartbeats,
            AttemptListener.all(List.of(listeners)));
  }

  public Attempt begin(TaskAssignment assignment, TaskRunner runner) {
    Attempt attempt = new Attempt(assignment);
    life.begin(attempt, runner, () -> {});
    return attempt;
  }

  public Attempt runToEnd(TaskAssignment assignment, TaskRunner runner) {
    Attempt attempt = begin(assignment, runner);
    awaitEnd(attempt);
    return attempt;
  }

  public void awaitEnd(Attempt attempt) {
    await().atMost(Duration.ofSeconds(5)).until(() -> attempt.stage() == Attempt.Stage.ENDED);
  }

  public void awaitCall(String what) {
    await().atMost(Duration.ofSeconds(5)).until(() -> !service.calls(what).isEmpty());
  }

  @Override
  public void close() throws IOException {
    service.close();
    directory.close();
  }
}
