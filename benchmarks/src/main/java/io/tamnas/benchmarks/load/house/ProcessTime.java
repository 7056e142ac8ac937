package io.tamnas.benchmarks.load.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time of processes, from Linux's {@code /proc}. */
final class ProcessTime {

  private static final Path PROCESSES = Path.of("/proc");

  /** What the kernel counts in, whatever its own clock. */
  private static final double TICKS_PER_SECOND = 100;

  // proc(5), behind the name of the program: state is 0
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int USER_OF_CHILDREN = 13;
  private static final int SYSTEM_OF_CHILDREN = 14;

  private ProcessTime() {}

  /** Seconds that a process has computed. */
  static double of(long process) {
    return seconds(fields(process), USER, SYSTEM);
  }

  /** Seconds that a process and its children have computed, those that have ended included. */
  static double ofFamily(long parent) {
    double seconds = seconds(fields(parent), USER, SYSTEM, USER_OF_CHILDREN, SYSTEM_OF_CHILDREN);
    return seconds
        + processes()
            .map(ProcessTime::fields)
            .filter(fields -> fields.size() > PARENT)
            .filter(fields -> fields.get(PARENT).equals(Long.toString(parent)))
            .mapToDouble(fields -> seconds(fields, USER, SYSTEM))
            .sum();
  }

  private static Stream<Long> processes() {
    try (Stream<Path> all = Files.list(PROCESSES)) {
      return all
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .map(Long::valueOf)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double seconds(List<String> fields, int... which) {
    double ticks = 0;
    for (int field : which) {
      ticks += Double.parseDouble(fields.get(field));
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** Nothing where the process has ended. */
  private static List<String> fields(long process) {
    try {
      String line = Files.readString(PROCESSES.resolve(Long.toString(process)).resolve("stat"));
      return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      if (Files.exists(PROCESSES.resolve(Long.toString(process)))) {
        throw new UncheckedIOException(e);
      }
      return List.of();
    }
  }
}
