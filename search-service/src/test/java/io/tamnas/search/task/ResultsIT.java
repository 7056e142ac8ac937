package io.tamnas.search.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.protocol.task.TaskKind;
import io.tamnas.protocol.task.Work;
import io.tamnas.protocol.worker.WorkerRegistration;
import io.tamnas.search.specification.Scheduling;
import io.tamnas.search.support.MadeUp;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsIT {

  private static final int POPULATION = 4;

  private final QuietService service = QuietService.shared();

  @BeforeEach
  void begin() {
    service.empty();
    for (int i = 0; i < 2 * POPULATION; i++) {
      register("worker-" + i);
    }
  }

  @Test
  void takesResultsOfSeveralJobsTogetherAndTellsWhichAreDue() {
    UUID one = submit(1);
    UUID other = submit(2);
    List<ResultReport> reports = reports(service.claim(Claims.MANY));
    ResultReport last =
        reports.stream().filter(report -> report.task().job().equals(other)).findFirst().get();
    List<ResultReport> others = reports.stream().filter(report -> !report.equals(last)).toList();

    List<Results.Taken> taken = service.results.take(others);

    assertThat(taken).allMatch(Results.Taken::ended);
    assertThat(due(others, taken)).containsExactly(one);
    assertThat(remaining(one)).isZero();
    assertThat(remaining(other)).isEqualTo(1);
    assertThat(service.results.take(List.of(last))).containsExactly(new Results.Taken(true, true));
  }

  @Test
  void aJobThatDiedBetweenItsLastResultAndWhatIsDueGoesOnWhenItIsRepaired() {
    UUID job = submit(1);
    service.results.take(reports(service.claim(Claims.MANY)));
    assertThat(generations(job)).isEqualTo(1);

    service.people.repair(job);

    assertThat(generations(job)).isEqualTo(2);
    assertThat(service.claim(Claims.MANY)).isNotEmpty();
  }

  @Test
  void aResultThatComesAgainChangesNothing() {
    UUID job = submit(1);
    List<ResultReport> reports = reports(service.claim(1));

    assertThat(service.results.take(List.of(reports.getFirst(), reports.getFirst())))
        .extracting(Results.Taken::ended)
        .containsExactly(true, false);
    assertThat(service.results.take(reports)).extracting(Results.Taken::ended).containsOnly(false);
    assertThat(remaining(job)).isEqualTo(POPULATION - 1);
  }

  private void register(String worker) {
    service.workers.register(
        worker,
        new WorkerRegistration(
            URI.create("http://localhost:9"),
            UUID.randomUUID(),
            EnumSet.of(TaskKind.EVALUATE),
            "cpu",
            1L << 30,
            "test",
            "test",
            "a machine",
            null));
  }

  private UUID submit(int seed) {
    return service.people.submit(
        FencingJobs.specification(seed, POPULATION, 1, Optional.of(service.supernet())),
        Scheduling.USUAL);
  }

  private List<ResultReport> reports(List<Claim> claims) {
    List<ResultReport> reports = new ArrayList<>();
    for (Claim claim : claims) {
      var measured = MadeUp.measured((Work.Evaluate) claim.task().work(), "test");
      reports.add(
          new ResultReport(claim.task(), claim.attempt(), measured, service.json.write(measured)));
    }
    return reports;
  }

  private static Set<UUID> due(List<ResultReport> reports, List<Results.Taken> taken) {
    return reports.stream()
        .filter(report -> taken.get(reports.indexOf(report)).due())
        .map(report -> report.task().job())
        .collect(Collectors.toSet());
  }

  private int remaining(UUID job) {
    return service
        .sql
        .sql("select remaining from generation where job = ? and number = 0")
        .param(job)
        .query(Integer.class)
        .single();
  }

  private int generations(UUID job) {
    return service
        .sql
        .sql("select count(*) from generation where job = ?")
        .param(job)
        .query(Integer.class)
        .single();
  }
}
