package io.tamnas.search.finalist;

/** A file is asked for before there is one, or where there will be none. */
public final class NotExported extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotExported(NetworkId id, NetworkStage stage) {
    super(
        "finalist "
            + id.subject()
            + " is not exported: it is "
            + stage
            + switch (stage) {
              case FAILED -> "; its failure says why";
              case CANCELLED -> "; it was ended before, ask for it again";
              case TRAINING, VALIDATING, EXPORTING, FINISHED ->
                  "; it is exported once it is validated";
            });
  }
}
