package io.tamnas.worker.intake.web;

import io.tamnas.worker.problem.Violation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the members of a record, and of the records in it, that a body should have had. */
final class RequiredMembers {
  private final List<Violation> violations = new ArrayList<>();

  private RequiredMembers() {}

  /** A violation for each member that is null though its type does not say that it may be. */
  static List<Violation> missing(Record body) {
    RequiredMembers members = new RequiredMembers();
    members.visit(body, "");
    return members.violations;
  }

  private void visit(Record body, String pointer) {
    for (RecordComponent member : body.getClass().getRecordComponents()) {
      String place = pointer + "/" + member.getName();
      Object value = value(body, member);
      if (value instanceof Record inner) {
        visit(inner, place);
      } else if (value == null && !member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        violations.add(new Violation(place, "is missing"));
      }
    }
  }

  private static @Nullable Object value(Record body, RecordComponent member) {
    try {
      return member.getAccessor().invoke(body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a public record can be read", e);
    }
  }
}
