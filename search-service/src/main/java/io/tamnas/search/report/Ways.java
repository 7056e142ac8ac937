package io.tamnas.search.report;

import io.tamnas.search.finalist.FinalistView;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How finalists were trained, each way once under a letter, in the order of the finalists. */
final class Ways {

  private final TeacherList teachers;
  private final List<Way> ways;

  Ways(List<FinalistView> finalists, TeacherList teachers) {
    this.teachers = teachers;
    this.ways = finalists.stream().map(this::way).distinct().toList();
  }

  /**
   * What tells one from another.
   *
   * @param teacher its number; 0: the true labels
   * @param cleanWeight of what is learned from a teacher
   */
  private record Way(String training, int teacher, double cleanWeight) {

    String text() {
      return teacher == 0
          ? training
          : training
              + String.format(
                  Locale.ROOT,
                  "; learned from the soft labels of teacher %d, weight of clean images %.3g",
                  teacher,
                  cleanWeight);
    }
  }

  private Way way(FinalistView finalist) {
    FinalistView.Teacher teacher = finalist.teacher();
    return teacher == null
        ? new Way(finalist.training(), 0, 0)
        : new Way(finalist.training(), teachers.number(teacher), teacher.cleanWeight());
  }

  String letter(FinalistView finalist) {
    return Letter.of(ways.indexOf(way(finalist)));
  }

  /** What the page says of one. */
  record Line(String letter, String text) {}

  List<Line> lines() {
    return IntStream.range(0, ways.size())
        .mapToObj(i -> new Line(Letter.of(i), ways.get(i).text()))
        .toList();
  }
}
