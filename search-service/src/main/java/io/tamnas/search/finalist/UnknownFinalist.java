package io.tamnas.search.finalist;

import java.util.UUID;

/** A job has no such finalist, or none from that start. */
public final class UnknownFinalist extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownFinalist(UUID job, int number) {
    super("job " + job + " has no finalist " + number);
  }

  UnknownFinalist(UUID job, int number, String start) {
    super("job " + job + " has no finalist " + number + "/" + start);
  }
}
