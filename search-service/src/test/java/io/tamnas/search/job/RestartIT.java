package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {

  @TempDir private Path artifacts;

  @Test
  void goesOnAfterARestartToTheSameFront() {
    Database database = Database.create();
    Deque<Service> services = new ConcurrentLinkedDeque<>();
    services.add(Service.start(database, artifacts, "tamnas.lease=3s"));
    try (FakeWorker worker = new FakeWorker("one", services::getLast, MadeUp::outcome).start()) {
      Submitted job = Submitted.to(services.getLast(), Submitted.SMALL);
      await().until(() -> worker.received().size() > 12);
      services.getLast().close();
      services.add(Service.start(database, artifacts, "tamnas.lease=3s"));

      Submitted same = new Submitted(services.getLast(), job.path()).reaches("SUCCEEDED");

      assertThat(same.status().get("generation").asInt()).isEqualTo(3);
      String disturbed = same.front().get("individuals").toString();
      database.truncate(
          "measurement", "individual", "survivor", "baseline_subnet", "reevaluation_subnet");
      Submitted undisturbed =
          Submitted.to(services.getLast(), Submitted.SMALL).reaches("SUCCEEDED");
      assertThat(undisturbed.front().get("individuals")).hasToString(disturbed);
    } finally {
      services.getLast().close();
    }
  }
}
