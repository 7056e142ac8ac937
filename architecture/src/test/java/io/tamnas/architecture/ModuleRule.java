package io.tamnas.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** What each module may know of the others and of libraries. */
@SuppressWarnings("ImmutableEnumChecker") // a rule never changes; its library does not annotate it
enum ModuleRule {
  SEARCH_SPACE("space", only("java..", "org.jspecify.."), "it is plain Java that anything may use"),
  NSGA2("nsga2", only("java..", "org.jspecify.."), "it is generic over the genotype"),
  TASK_PROTOCOL(
      "protocol",
      only("java..", "org.jspecify..", "com.fasterxml.jackson.annotation.."),
      "both ends of the wire depend on it"),
  ROBUST_NETS(
      "nets",
      never(
          "org.springframework..",
          "jakarta..",
          tamnas("nsga2"),
          tamnas("protocol"),
          tamnas("worker"),
          tamnas("trainer"),
          tamnas("evaluator"),
          tamnas("search"),
          tamnas("quickstart"),
          tamnas("chaos")),
      "learning knows nothing of services"),
  WORKER_RUNTIME(
      "worker",
      never(
          "ai.djl..",
          "jakarta.persistence..",
          tamnas("space"),
          tamnas("nsga2"),
          tamnas("nets"),
          tamnas("trainer"),
          tamnas("evaluator"),
          tamnas("search"),
          tamnas("quickstart"),
          tamnas("chaos")),
      "the life of a worker is the same whatever it computes"),
  TRAINER_WORKER(
      "trainer",
      never(
          "jakarta.persistence..",
          tamnas("nsga2"),
          tamnas("evaluator"),
          tamnas("search"),
          tamnas("quickstart"),
          tamnas("chaos")),
      "workers keep no state and know the service by its protocol alone"),
  EVALUATOR_WORKER(
      "evaluator",
      never(
          "jakarta.persistence..",
          tamnas("nsga2"),
          tamnas("trainer"),
          tamnas("search"),
          tamnas("quickstart"),
          tamnas("chaos")),
      "workers keep no state and know the service by its protocol alone"),
  SEARCH_SERVICE(
      "search",
      never(
          "ai.djl..",
          tamnas("nets"),
          tamnas("worker"),
          tamnas("trainer"),
          tamnas("evaluator"),
          tamnas("quickstart"),
          tamnas("chaos")),
      "the orchestrator never computes with tensors"),
  QUICKSTART(
      "quickstart",
      never(
          "org.springframework..",
          "ai.djl..",
          tamnas("space"),
          tamnas("nsga2"),
          tamnas("protocol"),
          tamnas("nets"),
          tamnas("worker"),
          tamnas("trainer"),
          tamnas("evaluator"),
          tamnas("search"),
          tamnas("chaos")),
      "it starts the built services and is a user of their API like any other"),
  CHAOS(
      "chaos",
      never(
          "org.springframework..",
          "ai.djl..",
          tamnas("space"),
          tamnas("nsga2"),
          tamnas("protocol"),
          tamnas("nets"),
          tamnas("worker"),
          tamnas("trainer"),
          tamnas("evaluator"),
          tamnas("search")),
      "what survives is judged from outside: by processes, the public API and the database");

  private final ArchRule rule;

  ModuleRule(String module, Dependencies dependencies, String reason) {
    this.rule = dependencies.ruleFor(module).because(reason).allowEmptyShould(false);
  }

  ArchRule rule() {
    return rule;
  }

  private static String tamnas(String module) {
    return "io.tamnas." + module + "..";
  }

  private static Dependencies only(String... packages) {
    return module ->
        classes()
            .that(resideInAPackage(tamnas(module)))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    Stream.concat(Stream.of(tamnas(module)), Arrays.stream(packages))
                        .toArray(String[]::new)));
  }

  private static Dependencies never(String... packages) {
    return module ->
        noClasses()
            .that(resideInAPackage(tamnas(module)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages));
  }

  /** A rule on what the classes of a module depend on. */
  @FunctionalInterface
  private interface Dependencies {
    ArchRule ruleFor(String module);
  }
}
