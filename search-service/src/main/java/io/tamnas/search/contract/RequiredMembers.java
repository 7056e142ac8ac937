package io.tamnas.search.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.tamnas.search.specification.SpecificationSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells for every record which members are always there and which may be null: those are annotated
 * as such. What users submit describes itself.
 */
@Component
class RequiredMembers implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    JavaType known = Json.mapper().constructType(type.getType());
    if (schema != null && known != null && isOurs(known.getRawClass())) {
      describe(known.getRawClass(), definition(schema, context));
    }
    return schema;
  }

  private static boolean isOurs(Class<?> type) {
    return type.isRecord()
        && type.getName().startsWith("io.tamnas.")
        && SpecificationSchema.documented().noneMatch(type::equals);
  }

  private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    if (reference == null) {
      return schema;
    }
    Schema<?> defined =
        context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    return defined == null ? schema : defined;
  }

  private static void describe(Class<?> type, Schema<?> schema) {
    if (schema.getProperties() == null) {
      return;
    }
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Schema<?> member = (Schema<?>) schema.getProperties().get(component.getName());
      if (member == null) {
        continue;
      }
      required.add(component.getName());
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        allowNull(schema, component.getName(), member);
      }
    }
    schema.setRequired(required);
  }

  private static void allowNull(Schema<?> owner, String name, Schema<?> member) {
    if (member.get$ref() != null) {
      Schema<?> either = new Schema<>().description(member.getDescription());
      either.addOneOfItem(new Schema<>().$ref(member.get$ref()));
      either.addOneOfItem(new Schema<>().types(Set.of("null")));
      owner.addProperty(name, either);
    } else if (member.getTypes() != null && !member.getTypes().contains("null")) {
      Set<String> types = new TreeSet<>(member.getTypes());
      types.add("null");
      member.setTypes(types);
    }
  }
}
