package io.tamnas.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.house.Resident;
import io.tamnas.quickstart.job.FakeService;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.JobStatus.State;
import io.tamnas.quickstart.job.SearchApi;
import io.tamnas.quickstart.progress.Progress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowerTest {

  private static final String CALL = "GET /api/v1/search-jobs/7";

  private final FakeService service = new FakeService();
  private final House house = new House(Duration.ZERO);
  private final Shown shown = new Shown();
  private final Follower follower = follower(Clock.systemUTC());

  FollowerTest() throws IOException {}

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void showsEveryStatusUntilTheLast() throws InterruptedException {
    service.on(CALL, 200, status("TRAINING_SUPERNET")).on(CALL, 200, status("SUCCEEDED"));

    assertThat(follower.follow("7").state()).isEqualTo(State.SUCCEEDED);
    assertThat(shown.states).containsExactly(State.TRAINING_SUPERNET, State.SUCCEEDED, null);
  }

  @Test
  void waitsForTheResumptionOfAJobThatAUserPaused() throws InterruptedException {
    service.on(CALL, 200, status("PAUSED")).on(CALL, 200, status("SUCCEEDED"));

    assertThat(follower.follow("7").state()).isEqualTo(State.SUCCEEDED);
    assertThat(shown.states).containsExactly(State.PAUSED, State.SUCCEEDED, null);
  }

  @Test
  void leavesTheJobWhereTheHouseIsClosed() throws InterruptedException {
    service.on(CALL, 200, status("SEARCHING"));
    house.close();

    assertThat(follower.follow("7").state()).isEqualTo(State.SEARCHING);
  }

  @Test
  void bearsAnAnswerThatFails() throws InterruptedException {
    service.on(CALL, 200, status("SEARCHING")).on(CALL, 503, "").on(CALL, 200, status("SUCCEEDED"));

    assertThat(follower.follow("7").state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void givesUpAfterAMinuteWithoutAnAnswer() {
    service.on(CALL, 503, "");
    AtomicLong seconds = new AtomicLong();
    Follower hasty = follower(() -> Instant.ofEpochSecond(seconds.getAndAdd(31)));

    assertThatThrownBy(() -> hasty.follow("7")).hasMessageContaining("answered with 503");
    assertThat(service.calls()).hasSize(2);
  }

  @Test
  void givesUpAtOnceWhereTheJobIsUnknown() {
    service.on(CALL, 404, "");

    assertThatThrownBy(() -> follower.follow("7")).hasMessageContaining("answered with 404");
    assertThat(service.calls()).hasSize(1);
  }

  @Test
  void noticesThatAProcessEnded() {
    service.on(CALL, 200, status("SEARCHING"));
    house.admit(() -> new Dead());

    assertThatThrownBy(() -> follower.follow("7")).hasMessageContaining("out of memory");
    assertThat(shown.states).endsWith((State) null);
  }

  private Follower follower(InstantSource clock) {
    return new Follower(house, new SearchApi(service.address()), shown, clock);
  }

  private static String status(String state) {
    return """
        {"id":"7","state":"%s","progress":0.5,"generations":3,"measured":0}"""
        .formatted(state);
  }

  /** Keeps what it is shown; null stands for the end. */
  private static final class Shown implements Progress {
    private final List<State> states = new ArrayList<>();

    @Override
    public void show(JobStatus status) {
      states.add(status.state());
    }

    @Override
    public void end() {
      states.add(null);
    }
  }

  private record Dead() implements Resident {
    @Override
    public String name() {
      return "worker";
    }

    @Override
    public Optional<String> obituary() {
      return Optional.of("worker is out of memory");
    }

    @Override
    public void stop(Duration grace) {}
  }
}
