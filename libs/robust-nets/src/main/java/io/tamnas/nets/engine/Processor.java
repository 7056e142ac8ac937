package io.tamnas.nets.engine;

import java.util.Optional;

/** The processor as people know it. */
public final class Processor {
  private Processor() {}

  /** Its model, what {@link InstructionSet} says, and how many of it this process may use. */
  public static String text() {
    int processors = Runtime.getRuntime().availableProcessors();
    return "%s; %s; %d processor%s"
        .formatted(
            model(InstructionSet.processor()).orElse("unnamed processor"),
            InstructionSet.text(),
            processors,
            processors == 1 ? "" : "s");
  }

  /** As Linux names it on x86; on ARM, where it does not, make and part stand for it. */
  static Optional<String> model(String processor) {
    return InstructionSet.value(processor, "model name")
        .map(name -> name.replaceAll("[;\\s]+", " ").strip());
  }
}
