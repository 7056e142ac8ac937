package io.tamnas.chaos.cluster;

/** A process that can be killed; started again in this order. */
public enum Member {
  DATABASE("PostgreSQL"),
  FIRST_SERVICE("service-1"),
  SECOND_SERVICE("service-2"),
  TRAINER("trainer"),
  FIRST_EVALUATOR("evaluator-1"),
  SECOND_EVALUATOR("evaluator-2");

  private final String text;

  Member(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
