package io.tamnas.worker.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes records: a nested one carries the name of its owner, and every member is required that
 * its type does not allow to be null.
 */
final class RecordSchemas extends ModelResolver {

  RecordSchemas(ObjectMapper json) {
    super(json, new OwnedNames());
  }

  @Override
  protected List<String> resolveRequiredProperties(
      Annotated type, Annotation @Nullable [] annotations, @Nullable Schema schema) {
    RecordComponent[] members = type.getRawType().getRecordComponents();
    if (members == null) {
      return super.resolveRequiredProperties(type, annotations, schema);
    }
    return Arrays.stream(members)
        .filter(member -> !member.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .map(RecordComponent::getName)
        .toList();
  }

  private static final class OwnedNames extends TypeNameResolver {
    @Override
    protected String getNameOfClass(Class<?> type) {
      Class<?> owner = type.getEnclosingClass();
      return owner == null ? type.getSimpleName() : owner.getSimpleName() + type.getSimpleName();
    }
  }
}
