package io.tamnas.search.finalist;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a member of a front is a finalist. */
@Schema(enumAsRef = true, description = "RULE: the job's own choice; NAMED: somebody asked for it")
enum ChoiceReason {
  RULE,
  NAMED
}
