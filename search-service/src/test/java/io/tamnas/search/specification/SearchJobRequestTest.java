package io.tamnas.search.specification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Holds the documented specification equal to the one that is read. */
class SearchJobRequestTest {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern OTHER_DEFAULTS =
      Pattern.compile("Other defaults: (.+?)(?:\\.(?: |$)|, but )");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SearchJobRequest    | {'?':1}                                             | ``
          DatasetRequest      | {'dataset':{'name':'@','?':1}}                      | shapes folder cifar10
          ShapesRequest       | {'dataset':{'name':'shapes','shapes':{'?':1}}}      | ``
          FolderRequest       | {'dataset':{'name':'folder','folder':{'?':1}}}      | ``
          SpaceRequest        | {'space':{'@':'tam','?':1}}                         | preset headWidth
          StemRequest         | {'space':{'stem':{'?':1}}}                          | ``
          LayerRequest        | {'space':{'layers':[{'?':1}]}}                      | ``
          TrainingRequest     | {'training':{'?':1}}                                | ``
          LossRequest         | {'training':{'loss':{'kind':'@','?':1}}}            | adversarial-cross-entropy trades alp mart
          InnerAttackRequest  | {'training':{'attack':{'method':'@','?':1}}}        | fgsm-random-start pgd free yopo
          PathsRequest        | {'training':{'paths':{'policy':'parameter-bins','source':'@','?':1}}} | own mean
          OptimizerRequest    | {'training':{'optimizer':{'method':'@','?':1}}}     | sgd adamw
          AugmentationRequest | {'training':{'augmentation':{'?':1}}}               | ``
          SearchRequest       | {'search':{'?':1}}                                  | ``
          ConstraintsRequest  | {'search':{'constraints':{'?':1}}}                  | ``
          CrossoverRequest    | {'search':{'crossover':{'?':1}}}                    | ``
          EvaluationRequest   | {'evaluation':{'?':1}}                              | ``
          AttackRequest       | {'evaluation':{'attack':{'method':'@','?':1}}}      | fgsm pgd mi-fgsm cw apgd-ce apgd-t fab-t square autoattack sequence
          LatencyRequest      | {'search':{'objectives':['parameters','latency']},'evaluation':{'latency':{'?':1}}} | ``
          SupernetRequest     | {'supernet':{'?':1}}                                | ``
          CorrelationRequest  | {'correlation':{'?':1}}                             | ``
          """)
  void documentsExactlyTheMembersThatAreKnown(
      String documented, String specification, String choices) {
    Set<String> known = new LinkedHashSet<>();
    for (String choice : choices.split(" ", -1)) {
      known.addAll(knownMembers(specification.replace("@", choice)));
    }

    assertThat(members(documented)).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest(name = "{0}, {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          LossRequest        | {'training':{'loss':{'kind':'@','$':1}}}            | adversarial-cross-entropy trades alp mart
          InnerAttackRequest | {'training':{'attack':{'method':'@','$':1}}}        | fgsm-random-start pgd free yopo
          PathsRequest       | {'training':{'paths':{'policy':'@','$':1}}}         | uniform parameter-bins sandwich
          PathsRequest       | {'training':{'paths':{'source':'@','$':1}}}         | own largest smallest random-other mean
          OptimizerRequest   | {'training':{'optimizer':{'method':'@','$':1}}}     | sgd adamw
          AttackRequest      | {'evaluation':{'attack':{'method':'@','$':1}}}      | fgsm pgd mi-fgsm cw apgd-ce apgd-t fab-t square autoattack sequence
          """)
  void namesTheChoicesThatAMemberBelongsTo(
      String documented, String specification, String choices) {
    for (String member : members(documented)) {
      for (String choice : choices.split(" ", -1)) {
        String written = specification.replace("@", choice);
        if (written.contains("'" + member + "'")) {
          continue;
        }
        boolean takes = knownMembers(written.replace("$", "?")).contains(member);
        Specifications.violations(written.replace("$", member)).stream()
            .map(Violation::detail)
            .filter(detail -> detail.contains("belongs to"))
            .filter(detail -> detail.contains("not to \"" + choice + "\""))
            .forEach(
                detail -> assertThat(takes).as("%s of %s: %s", member, choice, detail).isFalse());
        assertThat(Specifications.violations(written.replace("$", member)))
            .as("%s of %s", member, choice)
            .noneMatch(violation -> violation.detail().contains("is not known here"));
      }
    }
  }

  @Test
  void documentsEveryRecord() {
    assertThat(SearchJobRequest.class.getDeclaredClasses())
        .hasSize(20)
        .allMatch(type -> type.isAnnotationPresent(Schema.class));
  }

  @Test
  void namesTheOtherDefaultsOfEveryDataset() {
    Map<String, Schema> described = new LinkedHashMap<>();
    Map<String, Map<String, String>> filledIn = new LinkedHashMap<>();
    for (DatasetCatalogue dataset : DatasetCatalogue.values()) {
      defaults(
          SearchJobRequest.class,
          canonical(ofDefaults(dataset)),
          "",
          (pointer, schema, value) -> {
            described.put(pointer, schema);
            filledIn
                .computeIfAbsent(pointer, _ -> new LinkedHashMap<>())
                .put(dataset.text(), value);
          });
    }

    assertThat(described)
        .containsKeys(
            "/training/steps", "/training/augmentation/crop", "/evaluation/attack/epsilon")
        .allSatisfy(
            (pointer, schema) ->
                assertThat(otherDefaults(schema))
                    .as(pointer)
                    .isEqualTo(
                        otherDefaults(
                            schema.defaultValue(), Objects.requireNonNull(filledIn.get(pointer)))));
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
          LossRequest         | /training/loss         | {'training':{'loss':{'kind':'trades','$':?}}}
          LossRequest         | /training/loss         | {'training':{'loss':{'kind':'alp','$':?}}}
          InnerAttackRequest  | /training/attack       | {'training':{'attack':{'method':'fgsm-random-start','$':?}}}
          InnerAttackRequest  | /training/attack       | {'training':{'attack':{'method':'pgd','$':?}}}
          InnerAttackRequest  | /training/attack       | {'training':{'attack':{'method':'free','$':?}}}
          InnerAttackRequest  | /training/attack       | {'training':{'attack':{'method':'yopo','$':?}}}
          PathsRequest        | /training/paths        | {'training':{'paths':{'policy':'parameter-bins','source':'mean','$':?}}}
          OptimizerRequest    | /training/optimizer    | {'training':{'optimizer':{'$':?}}}
          OptimizerRequest    | /training/optimizer    | {'training':{'optimizer':{'method':'adamw','$':?}}}
          AugmentationRequest | /training/augmentation | {'training':{'augmentation':{'$':?}}}
          SearchRequest       | /search                | {'search':{'$':?}}
          ConstraintsRequest  | /search/constraints    | {'search':{'constraints':{'$':?}}}
          CrossoverRequest    | /search/crossover      | {'search':{'crossover':{'$':?}}}
          EvaluationRequest   | /evaluation            | {'evaluation':{'$':?}}
          LatencyRequest      | /evaluation/latency    | {'search':{'objectives':['parameters','latency']},'evaluation':{'latency':{'$':?}}}
          CorrelationRequest  | /correlation           | {'correlation':{'$':?}}
          AttackRequest       | /evaluation/attack     | {'evaluation':{'attack':{'$':?}}}
          AttackRequest       | /evaluation/attack     | {'evaluation':{'attack':{'method':'mi-fgsm','$':?}}}
          AttackRequest       | /evaluation/attack     | {'evaluation':{'attack':{'method':'apgd-t','$':?}}}
          AttackRequest       | /evaluation/attack     | {'evaluation':{'attack':{'method':'square','$':?}}}
          """)
  void documentsTheBoundsThatAreChecked(String documented, String pointer, String specification) {
    for (Field field : type(documented).getDeclaredFields()) {
      Schema schema = field.getAnnotation(Schema.class);
      if (schema != null) {
        outside(schema)
            .filter(value -> !belongsElsewhere(specification, field.getName()))
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

  private static boolean belongsElsewhere(String specification, String member) {
    return Specifications.violations(specification.replace("$", member).replace("?", "1")).stream()
        .anyMatch(violation -> violation.detail().contains("belongs to"));
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

  /** What the description says after "Other defaults: ", up to the end of the clause. */
  private static String otherDefaults(Schema schema) {
    return OTHER_DEFAULTS
        .matcher(schema.description())
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.joining(" and again "));
  }

  /** The values that differ from the documented one, each with its data sets. */
  private static String otherDefaults(String documented, Map<String, String> filledIn) {
    Map<String, List<String>> datasets = new LinkedHashMap<>();
    filledIn.forEach(
        (dataset, value) -> datasets.computeIfAbsent(value, _ -> new ArrayList<>()).add(dataset));
    datasets.remove(documented);
    return datasets.entrySet().stream()
        .map(entry -> entry.getKey() + " for " + enumerated(entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String enumerated(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.getLast();
  }

  private static void compareDefaults(Class<?> type, JsonNode filledIn, String path) {
    defaults(
        type,
        filledIn,
        path,
        (pointer, schema, value) -> assertThat(value).as(pointer).isEqualTo(schema.defaultValue()));
  }

  @FunctionalInterface
  private interface DefaultVisitor {
    void visit(String pointer, Schema schema, String filledIn);
  }

  /** Visits every member with a documented default; a space is filled in as a whole. */
  private static void defaults(
      Class<?> type, JsonNode filledIn, String path, DefaultVisitor visitor) {
    for (Field field : type.getDeclaredFields()) {
      Schema schema = field.getAnnotation(Schema.class);
      String pointer = path + "/" + field.getName();
      if (pointer.equals("/space")) {
        continue;
      }
      if (field.getType().isRecord() && filledIn.has(field.getName())) {
        defaults(field.getType(), filledIn.get(field.getName()), pointer, visitor);
      } else if (schema != null && !schema.defaultValue().isEmpty()) {
        JsonNode value = filledIn.path(field.getName());
        visitor.visit(pointer, schema, value.isString() ? value.stringValue() : value.toString());
      }
    }
  }

  private static String ofDefaults(DatasetCatalogue dataset) {
    return dataset == DatasetCatalogue.FOLDER
        ? "{'dataset':{'name':'folder','folder':{'classes':2}}}"
        : "{'dataset':{'name':'%s'}}".formatted(dataset.text());
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
