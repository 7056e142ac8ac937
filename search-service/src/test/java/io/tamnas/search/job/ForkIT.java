package io.tamnas.search.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.support.FakeWorker;
import io.tamnas.search.support.MadeUp;
import io.tamnas.search.support.RunningService;
import io.tamnas.search.support.Service;
import io.tamnas.search.support.Submitted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ForkIT {

  @RegisterExtension static final RunningService RUNNING = new RunningService();

  private final Service service = RUNNING.service();
  private FakeWorker worker;
  private Submitted origin;

  @BeforeEach
  void search() {
    worker = new FakeWorker("one", () -> service, MadeUp::outcome).start();
    origin = Submitted.to(service, Submitted.SMALL).reaches("SUCCEEDED");
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void givesTheSameGenerationsWithoutChanges(int first) {
    int before = worker.received().size();

    Submitted fork = fork("{\"generation\": " + first + "}").reaches("SUCCEEDED");

    for (int number = first; number <= 3; number++) {
      assertThat(generation(fork, number)).isEqualTo(generation(origin, number));
    }
    assertThat(fork.status().get("progress").asDouble()).isEqualTo(1);
    assertThat(worker.received()).as("all was measured before").hasSize(before);
    assertThat(fork.status().get("supernet")).isEqualTo(origin.status().get("supernet"));
    assertThat(service.get(fork.path() + "/generations").json().get("items")).hasSize(4 - first);
  }

  /** All but where an individual was born: in a fork, those that it began with in its first. */
  private JsonNode generation(Submitted job, int number) {
    JsonNode generation = service.get(job.path() + "/generations/" + number).json();
    generation.get("individuals").forEach(one -> ((ObjectNode) one).remove("generation"));
    assertThat(generation.get("individuals")).hasSize(8);
    return generation;
  }

  @Test
  void namesItsOriginInStatusAndSpecification() {
    Submitted fork = fork("{\"generation\": 2, \"changes\": {\"name\": \"other\"}}");

    JsonNode status = fork.status();
    String id = origin.status().get("id").asString();
    assertThat(status.get("name").asString()).isEqualTo("other");
    assertThat(status.at("/origin/job").asString()).isEqualTo(id);
    assertThat(status.at("/origin/generation").asInt()).isEqualTo(2);
    assertThat(status.at("/origin/link").asString()).isEqualTo(origin.path());
    JsonNode specification = service.get(fork.path() + "/specification").json();
    assertThat(specification.at("/origin/job").asString()).isEqualTo(id);
    assertThat(specification.at("/origin/generation").asInt()).isEqualTo(2);
    assertThat(specification.at("/supernet/artifact")).isEqualTo(origin.status().get("supernet"));
    assertThat(origin.status().get("origin").isNull()).isTrue();
  }

  @Test
  void givesTheSameJobWhereItsSpecificationIsSubmitted() {
    Submitted fork = fork("{\"generation\": 1}").reaches("SUCCEEDED");

    Submitted again =
        Submitted.to(service, service.get(fork.path() + "/specification").text())
            .reaches("SUCCEEDED");

    assertThat(again.front().get("individuals")).isEqualTo(fork.front().get("individuals"));
    assertThat(again.status().get("specificationDigest"))
        .isEqualTo(fork.status().get("specificationDigest"));
  }

  @Test
  void goesOnWithOtherSettings() {
    Submitted fork =
        fork("""
                {"generation": 2, "changes": {"seed": 9, "search": {"generations": 5, "population": 6,
                 "mutationProbability": 0.5, "objectives": ["cleanAccuracy", "parameters"],
                 "constraints": {"maxParameters": 1000000}}}}
                """)
            .reaches("SUCCEEDED");

    List<Integer> numbers = new ArrayList<>();
    service
        .get(fork.path() + "/generations")
        .json()
        .get("items")
        .forEach(one -> numbers.add(one.get("number").asInt()));
    assertThat(numbers).containsExactly(2, 3, 4, 5);
    assertThat(genotypes(fork, 2)).hasSize(6).isSubsetOf(genotypes(origin, 2));
    assertThat(genotypes(fork, 3)).isNotEqualTo(genotypes(origin, 3));
    assertThat(fork.front().at("/objectives/0/name").asString()).isEqualTo("cleanAccuracy");
  }

  private List<String> genotypes(Submitted job, int number) {
    List<String> genotypes = new ArrayList<>();
    service
        .get(job.path() + "/generations/" + number)
        .json()
        .get("individuals")
        .forEach(one -> genotypes.add(one.at("/genotype/text").asString()));
    return genotypes;
  }

  @Test
  void measuresThePopulationAgainUnderAnotherProtocol() {
    int before = worker.received().size();

    Submitted fork =
        fork("{\"generation\": 3, \"changes\": {\"evaluation\": {\"images\": 128}}}")
            .reaches("SUCCEEDED");

    assertThat(worker.received().size() - before)
        .isEqualTo(fork.status().get("measured").asInt())
        .isPositive();
    assertThat(fork.front().at("/protocol/images").asInt()).isEqualTo(128);
  }

  @Test
  void staysOnItsOriginsKindOfMachine() {
    Submitted timed =
        Submitted.to(
                service,
                Submitted.SMALL.replace(
                    "\"generations\": 3,",
                    "\"generations\": 3, \"objectives\": [\"adversarialAccuracy\", \"latency\"],"))
            .reaches("SUCCEEDED");
    int before = worker.received().size();

    Submitted fork =
        new Submitted(
                service,
                service.post(timed.path() + "/fork", "{\"generation\": 1}").header("Location"))
            .reaches("SUCCEEDED");

    for (int number = 1; number <= 3; number++) {
      assertThat(generation(fork, number)).isEqualTo(generation(timed, number));
    }
    assertThat(fork.status().get("latencyMachine")).isEqualTo(timed.status().get("latencyMachine"));
    assertThat(worker.received()).hasSize(before);
  }

  @Test
  void createsOneForkPerIdempotencyKey() {
    String path = origin.path() + "/fork";
    Service.Answer first = service.post(path, "{\"generation\": 1}", "Idempotency-Key", "f");
    Service.Answer second = service.post(path, "{\"generation\": 1}", "Idempotency-Key", "f");
    Service.Answer other = service.post(path, "{\"generation\": 2}", "Idempotency-Key", "f");
    Service.Answer ofFork =
        service.post(
            first.header("Location") + "/fork", "{\"generation\": 1}", "Idempotency-Key", "f");

    assertThat(second.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(ofFork.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void refusesWhatMayNotChangeAllAtOnce() {
    assertRefused(
        """
        {"generation": -1, "x": 1, "changes": {"space": {}, "dataset": {"name": "mnist"},
         "training": {"steps": 1}, "supernet": {}, "origin": {}}}
        """,
        "/generation",
        "/changes/dataset",
        "/changes/origin",
        "/changes/space",
        "/changes/supernet",
        "/changes/training",
        "/x");
    assertRefused(
        """
        {"generation": 2, "changes": {"search": {"population": 1, "generations": 1, "y": 2},
         "evaluation": {"images": 0}}}
        """,
        "/changes/search/population",
        "/changes/search/y",
        "/changes/evaluation/images",
        "/changes/search/generations");
    assertRefused("{}", "/generation");
    assertRefused("{\"generation\": 4}", "/changes/search/generations");
  }

  private void assertRefused(String request, String... pointers) {
    Service.Answer answer = service.post(origin.path() + "/fork", request);
    assertThat(answer.problem()).as(answer.text()).isEqualTo("invalid-specification");
    assertThat(answer.json().get("violations"))
        .extracting(violation -> violation.get("pointer").asString())
        .containsExactlyInAnyOrder(pointers);
  }

  @Test
  void refusesOriginsThatDoNotFit() {
    String specification =
        service.get(fork("{\"generation\": 1}").path() + "/specification").text();
    String id = origin.status().get("id").asString();
    String supernet = origin.status().get("supernet").asString();

    assertThat(refusal(specification.replace(id, "0190b5f0-7a4e-7c3c-9d9a-3f3f6d8a2b11")))
        .isEqualTo("/origin/job");
    assertThat(refusal(specification.replaceAll(",\"supernet\":\\{[^}]*}", "")))
        .isEqualTo("/supernet");
    assertThat(refusal(specification.replace("\"generation\":1", "\"generation\":0")))
        .as("the fork of a fork begins where its origin does")
        .isEmpty();
    assertThat(supernet).isNotEmpty();
    worker.close();
    Submitted young = Submitted.to(service, Submitted.SMALL);
    Service.Answer early = service.post(young.path() + "/fork", "{\"generation\": 0}");
    assertThat(early.json().at("/violations/0/detail").asString()).contains("no ranked generation");
  }

  private String refusal(String specification) {
    Service.Answer answer = service.post("/api/v1/search-jobs", specification);
    return answer.json().at("/violations/0/pointer").asString("");
  }

  @Test
  void forksAForkWhereItHasGenerations() {
    Submitted fork = fork("{\"generation\": 2}").reaches("SUCCEEDED");

    Service.Answer before = service.post(fork.path() + "/fork", "{\"generation\": 1}");
    Service.Answer there = service.post(fork.path() + "/fork", "{\"generation\": 2}");

    assertThat(before.json().at("/violations/0/detail").asString()).contains("2 to 3, is 1");
    Submitted second = new Submitted(service, there.header("Location")).reaches("SUCCEEDED");
    assertThat(generation(second, 3)).isEqualTo(generation(origin, 3));
  }

  private Submitted fork(String request) {
    Service.Answer answer = service.post(origin.path() + "/fork", request);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return new Submitted(service, answer.header("Location"));
  }
}
