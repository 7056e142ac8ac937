package io.tamnas.search.report;

import io.tamnas.search.finalist.FinalistView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The teachers of finalists, each once, numbered in the order of those whom they teach. */
final class TeacherList {

  private final List<FinalistView.Teacher> teachers = new ArrayList<>();
  private final List<List<String>> finalists = new ArrayList<>();

  TeacherList(List<FinalistView> all) {
    all.forEach(this::add);
  }

  private void add(FinalistView finalist) {
    FinalistView.Teacher teacher = finalist.teacher();
    if (teacher == null) {
      return;
    }
    FinalistView.Teacher itself = itself(teacher);
    if (!teachers.contains(itself)) {
      teachers.add(itself);
      finalists.add(new ArrayList<>());
    }
    finalists.get(teachers.indexOf(itself)).add(String.valueOf(finalist.number()));
  }

  /** Without the weight, which is of its finalists. */
  private static FinalistView.Teacher itself(FinalistView.Teacher one) {
    return new FinalistView.Teacher(
        one.stage(),
        one.progress(),
        one.genotype(),
        one.parameters(),
        one.training(),
        one.artifact(),
        one.selectedStep(),
        one.selected(),
        0,
        one.failure());
  }

  /** From 1, of one that teaches. */
  int number(FinalistView.Teacher teacher) {
    return teachers.indexOf(itself(teacher)) + 1;
  }

  /** What the page says of one. */
  record Line(
      int number,
      String finalists,
      String stage,
      String text,
      String parameters,
      String training,
      @Nullable String artifact,
      @Nullable String selected,
      String note) {}

  List<Line> lines() {
    return teachers.stream().map(this::line).toList();
  }

  private Line line(FinalistView.Teacher teacher) {
    int number = number(teacher);
    FinalistView.Measured selected = teacher.selected();
    return new Line(
        number,
        String.join(", ", finalists.get(number - 1)),
        teacher.stage().name(),
        teacher.genotype().text(),
        ReportPage.count(teacher.parameters()),
        Objects.requireNonNullElse(teacher.training(), "as its own job says"),
        teacher.artifact(),
        selected == null ? null : selected(selected),
        note(teacher, selected));
  }

  private static String selected(FinalistView.Measured selected) {
    return "%s clean, %s under attack (%s)"
        .formatted(
            Percent.of(selected.clean()), Percent.of(selected.adversarial()), selected.protocol());
  }

  private static String note(
      FinalistView.Teacher teacher, FinalistView.@Nullable Measured selected) {
    Notes notes = new Notes();
    FinalistView.Failure failure = teacher.failure();
    if (failure != null) {
      notes.failure(failure.failureClass(), failure.reason());
    }
    if (selected != null) {
      notes.warnings("selected", selected.warnings());
    }
    return notes.text();
  }
}
