package io.tamnas.chaos.cluster;

/** A pair of parts, the one that calls first. */
public enum Link {
  TRAINER_TO_SERVICE("trainer → service"),
  EVALUATORS_TO_SERVICE("evaluators → service"),
  SERVICE_TO_TRAINER("service → trainer"),
  SERVICE_TO_EVALUATORS("service → evaluators"),
  SERVICE_TO_DATABASE("service → PostgreSQL");

  private final String text;

  Link(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
