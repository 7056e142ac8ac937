package io.tamnas.search.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;

/** What is found about one thing; what changes is logged once. Safe for threads. */
final class Verdict {

  private static final Logger log = LoggerFactory.getLogger(Verdict.class);
  private static final String WELL = "";

  private final String subject;
  private String complaint = WELL;

  Verdict(String subject) {
    this.subject = subject;
  }

  Health up() {
    find(WELL);
    return Health.up().build();
  }

  Health down(String reason) {
    find(reason);
    return Health.down().withDetail("reason", reason).build();
  }

  private synchronized void find(String found) {
    if (found.equals(complaint)) {
      return;
    }
    complaint = found;
    if (found.equals(WELL)) {
      log.info("{}: well again", subject);
    } else {
      log.warn("{}: {}", subject, found);
    }
  }
}
