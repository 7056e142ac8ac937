package io.tamnas.search.specification;

import java.util.Optional;
import java.util.UUID;

/** Reads {@code /origin}. */
final class OriginReader {

  static final Range GENERATION = new Range(0, SearchReader.GENERATIONS.most());

  private final Section section;

  OriginReader(Section section) {
    this.section = section;
  }

  Optional<Origin> read() {
    Optional<UUID> job =
        section
            .required("job", TextRule.ID.text())
            .flatMap(item -> item.text(TextRule.ID))
            .map(UUID::fromString);
    Optional<Long> generation =
        section
            .required("generation", GENERATION.text())
            .flatMap(item -> item.wholeNumber(GENERATION).stream().boxed().findFirst());
    section.finish();
    return job.flatMap(id -> generation.map(number -> new Origin(id, Math.toIntExact(number))));
  }
}
