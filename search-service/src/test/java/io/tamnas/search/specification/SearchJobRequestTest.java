package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Holds the documented specification equal to the one that is read. */
class SearchJobRequestTest {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SearchJobRequest    | {'?':1}                                             | {'?':1}
          DatasetRequest      | {'dataset':{'name':'shapes','?':1}}                 | {'dataset':{'name':'cifar10','?':1}}
          ShapesRequest       | {'dataset':{'name':'shapes','shapes':{'?':1}}}      | {'dataset':{'name':'shapes','shapes':{'?':1}}}
          FolderRequest       | {'dataset':{'name':'folder','folder':{'?':1}}}      | {'dataset':{'name':'folder','folder':{'?':1}}}
          SpaceRequest        | {'space':{'?':1}}                                   | {'space':{'headWidth':64,'?':1}}
          StemRequest         | {'space':{'stem':{'?':1}}}                          | {'space':{'stem':{'?':1}}}
          LayerRequest        | {'space':{'layers':[{'?':1}]}}                      | {'space':{'layers':[{'?':1}]}}
          TrainingRequest     | {'training':{'?':1}}                                | {'training':{'?':1}}
          InnerAttackRequest  | {'training':{'attack':{'?':1}}}                     | {'training':{'attack':{'method':'pgd','?':1}}}
          OptimizerRequest    | {'training':{'optimizer':{'?':1}}}                  | {'training':{'optimizer':{'?':1}}}
          AugmentationRequest | {'training':{'augmentation':{'?':1}}}               | {'training':{'augmentation':{'?':1}}}
          SearchRequest       | {'search':{'?':1}}                                  | {'search':{'?':1}}
          ConstraintsRequest  | {'search':{'constraints':{'?':1}}}                  | {'search':{'constraints':{'?':1}}}
          CrossoverRequest    | {'search':{'crossover':{'?':1}}}                    | {'search':{'crossover':{'?':1}}}
          EvaluationRequest   | {'evaluation':{'?':1}}                              | {'evaluation':{'?':1}}
          AttackRequest       | {'evaluation':{'attack':{'method':'fgsm','?':1}}}   | {'evaluation':{'attack':{'?':1}}}
          SupernetRequest     | {'supernet':{'?':1}}                                | {'supernet':{'?':1}}
          """)
  void documentsExactlyTheMembersThatAreKnown(String documented, String one, String other) {
    Set<String> known = new LinkedHashSet<>(knownMembers(one));
    known.addAll(knownMembers(other));

    assertThat(members(documented)).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void documentsEveryRecord() {
    assertThat(SearchJobRequest.class.getDeclaredClasses())
        .hasSize(16)
        .allMatch(type -> type.isAnnotationPresent(Schema.class));
  }

  @Test
  void documentsTheDefaultsThatAreFilledIn() {
    compareDefaults(SearchJobRequest.class, canonical("{'dataset':{'name':'cifar10'}}"), "");
    compareDefaults(
        SearchJobRequest.ShapesRequest.class,
        canonical("{'dataset':{'name':'shapes'}}").at("/dataset/shapes"),
        "/dataset/shapes");
    compareDefaults(
        SearchJobRequest.FolderRequest.class,
        canonical("{'dataset':{'name':'folder','folder':{'classes':2}}}").at("/dataset/folder"),
        "/dataset/folder");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DatasetRequest      | /dataset               | {'dataset':{'name':'cifar10','$':?}}
          ShapesRequest       | /dataset/shapes        | {'dataset':{'name':'shapes','shapes':{'$':?}}}
          FolderRequest       | /dataset/folder        | {'dataset':{'name':'folder','folder':{'$':?}}}
          StemRequest         | /space/stem            | {'space':{'stem':{'$':?}}}
          LayerRequest        | /space/layers/0        | {'space':{'layers':[{'$':?}]}}
          TrainingRequest     | /training              | {'training':{'$':?}}
          InnerAttackRequest  | /training/attack       | {'training':{'attack':{'method':'pgd','$':?}}}
          OptimizerRequest    | /training/optimizer    | {'training':{'optimizer':{'$':?}}}
          AugmentationRequest | /training/augmentation | {'training':{'augmentation':{'$':?}}}
          SearchRequest       | /search                | {'search':{'$':?}}
          ConstraintsRequest  | /search/constraints    | {'search':{'constraints':{'$':?}}}
          CrossoverRequest    | /search/crossover      | {'search':{'crossover':{'$':?}}}
          EvaluationRequest   | /evaluation            | {'evaluation':{'$':?}}
          AttackRequest       | /evaluation/attack     | {'evaluation':{'attack':{'$':?}}}
          """)
  void documentsTheBoundsThatAreChecked(String documented, String pointer, String specification) {
    for (Field field : type(documented).getDeclaredFields()) {
      Schema schema = field.getAnnotation(Schema.class);
      if (schema != null) {
        outside(schema)
            .forEach(
                value ->
                    assertThat(
                            Specifications.violations(
                                specification
                                    .replace("$", field.getName())
                                    .replace("?", value.toPlainString())))
                        .as("%s of %s", field.getName(), value)
                        .anyMatch(
                            violation ->
                                violation.pointer().equals(pointer + "/" + field.getName())
                                    && violation.detail().startsWith("must be a")));
      }
    }
  }

  private static Stream<BigDecimal> outside(Schema schema) {
    Stream<BigDecimal> below =
        Stream.of(schema.minimum())
            .filter(bound -> !bound.isEmpty())
            .map(bound -> new BigDecimal(bound).subtract(beyond(schema.exclusiveMinimum())));
    Stream<BigDecimal> above =
        Stream.of(schema.maximum())
            .filter(bound -> !bound.isEmpty())
            .map(bound -> new BigDecimal(bound).add(beyond(schema.exclusiveMaximum())));
    return Stream.concat(below, above);
  }

  private static BigDecimal beyond(boolean exclusive) {
    return exclusive ? BigDecimal.ZERO : BigDecimal.ONE;
  }

  private static void compareDefaults(Class<?> type, JsonNode filledIn, String path) {
    for (Field field : type.getDeclaredFields()) {
      Schema schema = field.getAnnotation(Schema.class);
      String pointer = path + "/" + field.getName();
      if (field.getType().isRecord()
          && filledIn.has(field.getName())
          && !pointer.equals("/space")) {
        compareDefaults(field.getType(), filledIn.get(field.getName()), pointer);
      } else if (schema != null && !schema.defaultValue().isEmpty() && !pointer.equals("/space")) {
        JsonNode value = filledIn.path(field.getName());
        assertThat(value.isString() ? value.stringValue() : value.toString())
            .as(pointer)
            .isEqualTo(schema.defaultValue());
      }
    }
  }

  private static JsonNode canonical(String specification) {
    return SpecificationParser.parse(
        Specifications.read(specification).canonicalJson().getBytes(UTF_8));
  }

  private static Set<String> knownMembers(String specification) {
    String detail =
        Specifications.violations(specification).stream()
            .filter(violation -> violation.pointer().endsWith("/?"))
            .findFirst()
            .orElseThrow()
            .detail();
    Set<String> known = new LinkedHashSet<>();
    QUOTED
        .matcher(detail.substring(detail.indexOf("known are")))
        .results()
        .map((MatchResult result) -> result.group(1))
        .forEach(known::add);
    return known;
  }

  private static Stream<String> memberNames(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
  }

  private static Set<String> members(String documented) {
    Set<String> members = new LinkedHashSet<>();
    memberNames(type(documented)).forEach(members::add);
    return members;
  }

  private static Class<?> type(String documented) {
    return SpecificationSchema.documented()
        .filter(type -> type.getSimpleName().equals(documented))
        .findFirst()
        .orElseThrow();
  }
}
