package io.tamnas.search.task;

/** There may be a ready task and an idle worker. */
record WorkAvailable() {}
