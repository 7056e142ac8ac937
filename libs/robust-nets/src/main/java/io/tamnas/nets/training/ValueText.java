package io.tamnas.nets.training;

/** One line with the names and values of a record, in a form that no version of Java changes. */
final class ValueText {
  private final StringBuilder text;
  private String separator = "";

  private ValueText(String name) {
    this.text = new StringBuilder(name).append('[');
  }

  static ValueText of(String name) {
    return new ValueText(name);
  }

  ValueText with(String name, int value) {
    return with(name, Integer.toString(value));
  }

  ValueText with(String name, double value) {
    return with(name, Double.toString(value));
  }

  ValueText with(String name, String value) {
    text.append(separator).append(name).append('=').append(value);
    separator = ", ";
    return this;
  }

  String end() {
    return text + "]";
  }
}
