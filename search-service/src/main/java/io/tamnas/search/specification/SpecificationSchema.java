package io.tamnas.search.specification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Completes the published schema of a specification where annotations are not carried over:
 * defaults of numbers are numbers, excluded bounds are excluded, and other members are refused.
 */
@Component
public final class SpecificationSchema implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
      complete(api.getComponents().getSchemas());
    }
  }

  @SuppressWarnings("rawtypes") // the library hands out raw schemas
  static void complete(Map<String, io.swagger.v3.oas.models.media.Schema> schemas) {
    documented().forEach(type -> complete(type, schemas.get(type.getSimpleName())));
  }

  /** Every record that documents a part of a specification. */
  public static Stream<Class<?>> documented() {
    return Stream.of(
            SearchJobRequest.class,
            TransferMatrixRequest.class,
            ReevaluationRequest.class,
            FinalistsRequest.class,
            CorrelationRequest.class,
            NamedFinalistsRequest.class)
        .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())));
  }

  private static void complete(
      Class<?> type, io.swagger.v3.oas.models.media.@Nullable Schema<?> documentation) {
    if (documentation == null) {
      return; // a page of the contract that does not speak of specifications
    }
    documentation.setAdditionalProperties(false);
    for (Field field : type.getDeclaredFields()) {
      Schema written = field.getAnnotation(Schema.class);
      if (written != null && Number.class.isAssignableFrom(field.getType())) {
        complete(
            written, Objects.requireNonNull(documentation.getProperties().get(field.getName())));
      }
    }
  }

  private static void complete(
      Schema written, io.swagger.v3.oas.models.media.Schema<?> documentation) {
    if (!written.defaultValue().isEmpty()) {
      documentation.setDefault(new BigDecimal(written.defaultValue()));
    }
    if (written.exclusiveMinimum()) {
      documentation.setExclusiveMinimumValue(new BigDecimal(written.minimum()));
      documentation.setMinimum(null);
    }
    if (written.exclusiveMaximum()) {
      documentation.setExclusiveMaximumValue(new BigDecimal(written.maximum()));
      documentation.setMaximum(null);
    }
  }
}
