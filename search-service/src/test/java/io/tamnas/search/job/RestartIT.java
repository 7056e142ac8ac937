package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tamnas.search.support.Database;
import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {

  @TempDir private Path artifacts;

  @Test
  void goesOnAfterARestartToTheSameFront() {
    Database database = Database.create();
    AtomicReference<Service> service = new AtomicReference<>(Service.start(database, artifacts));
    try (FakeWorker worker = new FakeWorker("one", service::get, MadeUp::outcome).start()) {
      Submitted job = Submitted.to(service.get(), Submitted.SMALL);
      await().until(() -> worker.received().size() > 12);
      service.get().close();
      service.set(Service.start(database, artifacts));

      Submitted same = new Submitted(service.get(), job.path()).reaches("SUCCEEDED");

      assertThat(same.status().get("generation").asInt()).isEqualTo(3);
      String disturbed = same.front().get("individuals").toString();
      database.execute("truncate measurement, individual, survivor cascade");
      Submitted undisturbed = Submitted.to(service.get(), Submitted.SMALL).reaches("SUCCEEDED");
      assertThat(undisturbed.front().get("individuals")).hasToString(disturbed);
    } finally {
      service.get().close();
    }
  }
}
