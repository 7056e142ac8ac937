package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.support.Submitted;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One attempt that cannot be ended, since its task cannot be read, beside one that can. */
class LeaseSweepIT {

  private final QuietService service = QuietService.shared();

  @BeforeEach
  void giveTwoTasksOfWhichOneCannotBeReadAnyMore() {
    service.empty();
    register("w1");
    register("w2");
    for (int i = 0; i < 2; i++) {
      service.people.submit(Submitted.SMALL, Scheduling.USUAL);
      assertThat(service.claim()).hasSize(1);
    }
    service
        .sql
        .sql("update task set work = '{}' where id = (select id from task order by id limit 1)")
        .update();
  }

  @Test
  void endsTheOthersWhoseLeaseHasEnded() {
    service.pass(QuietService.LEASE);

    assertThatCode(service.sweep::endExpired).doesNotThrowAnyException();

    assertThat(states()).containsExactly("RUNNING", "FAILED");
  }

  @Test
  void registersTheWorkerThatHadItAllTheSame() {
    assertThatCode(() -> register("w1")).doesNotThrowAnyException();
    assertThatCode(() -> register("w2")).doesNotThrowAnyException();

    assertThat(states()).containsExactly("RUNNING", "FAILED");
  }

  private List<String> states() {
    return service.sql.sql("select state from attempt order by task").query(String.class).list();
  }

  private void register(String id) {
    service.workers.register(
        id,
        new WorkerRegistration(
            URI.create("http://localhost:9"),
            UUID.randomUUID(),
            EnumSet.allOf(TaskKind.class),
            "cpu",
            1,
            "1",
            "e",
            "a machine",
            null));
  }
}
