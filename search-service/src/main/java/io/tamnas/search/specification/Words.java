package io.tamnas.search.specification;

import io.tamnas.protocol.attack.Start;
import io.tamnas.protocol.training.CraftingStatistics;
import io.tamnas.protocol.training.Mirror;
import io.tamnas.protocol.training.Schedule;
import io.tamnas.space.BlockChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The words of a specification that stand for the values of a closed set, in order. */
record Words<T>(List<T> values, Function<T, String> word) {

  static final Words<Start> START =
      new Words<>(
          List.of(Start.values()),
          start ->
              switch (start) {
                case CLEAN -> "clean";
                case RANDOM -> "random";
              });

  static final Words<Mirror> MIRROR =
      new Words<>(
          List.of(Mirror.values()),
          mirror ->
              switch (mirror) {
                case NEVER -> "never";
                case RANDOM -> "random";
              });

  static final Words<CraftingStatistics> CRAFTING =
      new Words<>(List.of(CraftingStatistics.BATCH, CraftingStatistics.FROZEN), Words::crafting);

  /** A network of its own has running statistics too. */
  static final Words<CraftingStatistics> SUBNET_CRAFTING =
      new Words<>(List.of(CraftingStatistics.values()), Words::crafting);

  static final Words<Schedule.Kind> SCHEDULE =
      new Words<>(
          List.of(Schedule.Kind.values()),
          kind ->
              switch (kind) {
                case COSINE -> "cosine";
                case STEP -> "step";
                case ONE_CYCLE -> "one-cycle";
              });
  static final Words<CrossoverKind> CROSSOVER =
      new Words<>(Arrays.asList(CrossoverKind.values()), CrossoverKind::text);

  static final Words<BaselineKind> BASELINE =
      new Words<>(Arrays.asList(BaselineKind.values()), BaselineKind::text);

  static final Words<ObjectiveName> OBJECTIVE =
      new Words<>(Arrays.asList(ObjectiveName.values()), ObjectiveName::text);

  static final Words<BlockChoice> BLOCK = new Words<>(BlockChoice.ALL, BlockChoice::text);

  Words {
    values = List.copyOf(values);
  }

  private static String crafting(CraftingStatistics crafting) {
    return switch (crafting) {
      case BATCH -> "batch-statistics";
      case FROZEN -> "frozen-statistics";
      case RUNNING -> "running-statistics";
    };
  }

  String text(T value) {
    return word.apply(value);
  }

  /** Every word, for a list of what is known. */
  List<String> texts() {
    return values.stream().map(word).toList();
  }

  Optional<T> find(String text) {
    return values.stream().filter(value -> word.apply(value).equals(text)).findFirst();
  }
}
