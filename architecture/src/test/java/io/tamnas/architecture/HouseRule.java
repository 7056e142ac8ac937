package io.tamnas.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;

/** What holds everywhere. */
@SuppressWarnings("ImmutableEnumChecker") // a rule never changes; its library does not annotate it
enum HouseRule {
  NO_CYCLES(
      slices()
          .matching("io.tamnas.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood only below those that use it")),
  NO_LAYER_NAMES(
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..common..",
              "..helper..",
              "..model..",
              "..dto..",
              "..impl..",
              "..manager..",
              "..service..",
              "..controller..")
          .because("packages are the words of the domain")),
  EXPORTS_STAY_APART(
      noClasses()
          .that()
          .resideInAPackage("io.tamnas..")
          .and()
          .resideOutsideOfPackages("io.tamnas.nets.export..", "io.tamnas.evaluator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tamnas.nets.export..",
              "ai.onnxruntime..",
              "org.tribuo..",
              "com.google.protobuf..")
          .because("the trainer comes without the libraries that only exporting needs")),
  NO_AMBIENT_TIME(
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("the clock is an argument")),
  NO_HIDDEN_CHANCE(
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .because("chance is a generator that is handed in, seeded by the job"));

  private final ArchRule rule;

  HouseRule(ArchRule rule) {
    this.rule = rule;
  }

  ArchRule rule() {
    return rule;
  }
}
