package io.tamnas.search.finalist;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tamnas.space.Genotype;

/** A subnet of a front that is trained as a network of its own, and why this one. */
public record Finalist(Genotype genotype, Reason reason) {

  /** Why it was chosen. */
  public enum Reason {
    WHOLE_FRONT("whole-front", "the front has no more members than finalists are wanted"),
    KNEE("knee", "from here, giving up a little of one objective stops buying much of another"),
    MOST_ROBUST_OF_SIZE("most-robust-of-size", "the most robust of its size class"),
    NEXT_MOST_ROBUST("next-most-robust", "the next most robust of the fullest size class"),
    NAMED("named", "named by the user");

    private final String text;
    private final String explanation;

    Reason(String text, String explanation) {
      this.text = text;
      this.explanation = explanation;
    }

    /** The word in answers. */
    @JsonValue
    public String text() {
      return text;
    }

    /** In words, for a report. */
    public String explanation() {
      return explanation;
    }
  }
}
