package io.tamnas.nets.measuring;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line with the names and values of a record of numbers, enums, records and lists of those, in
 * a form that no version of Java changes.
 */
final class RecordText {
  private RecordText() {}

  static String of(Object value) {
    return switch (value) {
      case Record fields ->
          Arrays.stream(fields.getClass().getRecordComponents())
              .map(component -> component.getName() + "=" + of(get(fields, component)))
              .collect(Collectors.joining(", ", fields.getClass().getSimpleName() + "[", "]"));
      case List<?> values ->
          values.stream().map(RecordText::of).collect(Collectors.joining(", ", "[", "]"));
      case Enum<?> constant -> constant.name();
      default -> value.toString();
    };
  }

  private static Object get(Record fields, RecordComponent component) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " is readable", e);
    }
  }
}
