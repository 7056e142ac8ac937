package io.tamnas.chaos.cluster;

import java.util.Arrays;
import java.util.List;

/** How many processes a cluster has. */
public enum Size {
  /** One of each kind. */
  SMALLEST,
  /** Two replicas of the service and two evaluators. */
  FULL;

  List<Member> members() {
    return switch (this) {
      case SMALLEST ->
          List.of(Member.DATABASE, Member.FIRST_SERVICE, Member.TRAINER, Member.FIRST_EVALUATOR);
      case FULL -> Arrays.asList(Member.values());
    };
  }
}
