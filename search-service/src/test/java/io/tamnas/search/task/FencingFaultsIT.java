package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that cannot fail proves nothing: what goes wrong in the tables is noticed. */
class FencingFaultsIT {

  private static final int INTERLEAVINGS = 60;

  private final QuietService service = QuietService.shared();

  /** What the database makes of a change instead. */
  enum Fault {
    LEASES_NEVER_END("attempt", "new.state = 'RUNNING'", "new.lease_until := 'infinity'"),
    TASKS_GET_LOST(
        "task", "old.state = 'RUNNING' and new.state = 'READY'", "new.state := 'CANCELLED'"),
    CANCELLED_ATTEMPTS_GO_ON("attempt", "new.state = 'CANCELLED'", "new.state := 'RUNNING'"),
    CHECKPOINTS_ARE_FORGOTTEN(
        "task", "new.checkpoint_step is not null", "new.checkpoint_step := old.checkpoint_step"),
    MEASUREMENTS_ARE_NOT_COUNTED(
        "generation", "new.remaining < old.remaining", "new.remaining := old.remaining"),
    QUARANTINES_ARE_FORGOTTEN(
        "worker", "new.quarantines > old.quarantines", "new.quarantined_until := null");

    private final String table;
    private final String condition;
    private final String change;

    Fault(String table, String condition, String change) {
      this.table = table;
      this.condition = condition;
      this.change = change;
    }

    String sql() {
      return """
          create or replace function fault() returns trigger language plpgsql as $$
            begin %s; return new; end $$;
          create trigger fault before update on %s for each row when (%s) execute function fault();
          """
          .formatted(change, table, condition);
    }
  }

  @AfterEach
  void mend() {
    service.sql.sql("drop function if exists fault cascade").update();
    service.empty();
  }

  @ParameterizedTest
  @EnumSource
  void notices(Fault fault) {
    service.empty();
    service.sql.sql(fault.sql()).update();

    assertThatExceptionOfType(AssertionError.class).isThrownBy(this::runAll);
  }

  private void runAll() {
    for (long seed = 1; seed <= INTERLEAVINGS; seed++) {
      new FencingRun(service, RandomGeneratorFactory.of("L64X128MixRandom").create(seed), seed)
          .run();
    }
  }
}
