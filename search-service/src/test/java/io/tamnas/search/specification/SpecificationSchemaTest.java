package io.tamnas.search.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecificationSchemaTest {

  private final JsonNode schemas = published();

  @Test
  void publishesEveryPart() {
    assertThat(SpecificationSchema.documented().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(schemas.propertyNames());
  }

  @Test
  void refusesMembersThatAreNotListed() {
    assertThat(schemas.values())
        .allSatisfy(
            schema -> assertThat(schema.get("additionalProperties").booleanValue()).isFalse());
  }

  @Test
  void givesNumbersAsDefaultsOfNumbers() {
    assertThat(property("OptimizerRequest", "learningRate").get("default").isNumber()).isTrue();
    assertThat(property("TrainingRequest", "epsilonWarmup").get("default").decimalValue())
        .isEqualByComparingTo("0.5");
    assertThat(property("SearchRequest", "population").get("default").intValue()).isEqualTo(16);
  }

  @Test
  void excludesBounds() {
    assertThat(property("OptimizerRequest", "learningRate").get("exclusiveMinimum").intValue())
        .isZero();
    assertThat(property("OptimizerRequest", "learningRate").has("minimum")).isFalse();
    assertThat(property("OptimizerRequest", "momentum").get("exclusiveMaximum").intValue()).isOne();
  }

  @Test
  void allowsBudgetsAsTextsAndNumbers() {
    assertThat(property("AttackRequest", "epsilon").get("type").toString())
        .isEqualTo("[\"string\",\"number\"]");
  }

  private JsonNode property(String type, String name) {
    return schemas.at("/" + type + "/properties/" + name);
  }

  private static JsonNode published() {
    Components components = new Components();
    for (Class<?> request :
        List.of(
            SearchJobRequest.class,
            TransferMatrixRequest.class,
            ReevaluationRequest.class,
            NamedFinalistsRequest.class)) {
      ModelConverters.getInstance(true).readAll(request).forEach(components::addSchemas);
    }
    OpenAPI api = new OpenAPI().components(components);
    new SpecificationSchema().customise(api);
    return JsonMapper.shared().readTree(Json31.pretty(api)).at("/components/schemas");
  }
}
