package io.tamnas.search.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationIT {

  private static final String IS_FRESH = "select registered_at = seen_at from worker";

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  @Test
  void countsAsFreshOnceForEachIncarnation() {
    register();
    try (FakeWorker reborn = worker()) {
      reborn.register();
      assertThat(RUNNING.database().holds(IS_FRESH)).isTrue();

      reborn.register();
      assertThat(RUNNING.database().holds(IS_FRESH)).isFalse();
    }
  }

  private static void register() {
    try (FakeWorker worker = worker()) {
      worker.register();
      assertThat(RUNNING.database().holds(IS_FRESH)).isTrue();
    }
  }

  private static FakeWorker worker() {
    return new FakeWorker("one", RUNNING::service, MadeUp::outcome);
  }
}
