package io.tamnas.search.task;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the model knows it. */
final class ModelJob {

  final UUID id;
  final int age;
  int priority;
  OptionalInt most = OptionalInt.empty();
  Paused paused = Paused.NO;
  End end = End.NONE;
  @Nullable String supernet;

  /** By genotype, what the attempt that owned its task has counted. */
  final Map<String, Integer> measured = new TreeMap<>();

  enum Paused {
    NO,
    BY_USER,
    BY_FAILURE
  }

  enum End {
    NONE,
    SUCCEEDED,
    CANCELLED,
    FAILED
  }

  ModelJob(UUID id, int age) {
    this.id = id;
    this.age = age;
  }

  boolean isOpen() {
    return end == End.NONE;
  }

  boolean rests() {
    return isOpen() && paused != Paused.NO;
  }

  boolean goesOn() {
    return isOpen() && paused == Paused.NO;
  }
}
