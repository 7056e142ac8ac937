package io.tamnas.benchmarks.comparison;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Our side and a peer, both alive and warm, in strict turns: one at a time, and who goes first
 * alternates.
 *
 * @param name such as {@code measuring}
 * @param ours the command of our side
 * @param theirs the command of the peer
 * @param logs where both sides' errors go
 */
public record Comparison(
    String name, List<String> ours, List<String> theirs, Agreement agreement, Path logs) {
  /** As the workers run: idle threads spin for some ten microseconds, then they sleep. */
  private static final Map<String, String> WAITING =
      Map.of(
          "OMP_WAIT_POLICY", "passive",
          "GOMP_SPINCOUNT", "10000",
          "MALLOC_ARENA_MAX", "1");

  public Comparison {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  /** Takes that many pairs of turns. */
  public List<Pair> run(int pairs, int threads) {
    createDirectories(logs);
    Map<String, String> environment = new HashMap<>(WAITING);
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("MKL_NUM_THREADS", Integer.toString(threads));
    // ours first: it may write what the peer reads
    try (Side we = Side.start(ours, environment, logs.resolve(name + "-ours.log"));
        Side they = Side.start(theirs, environment, logs.resolve(name + "-peer.log"))) {
      List<Pair> taken = new ArrayList<>();
      for (int i = 0; i < pairs; i++) {
        taken.add(i % 2 == 0 ? pair(we.turn(), they.turn()) : reversed(they.turn(), we.turn()));
        say(taken.getLast(), i + 1, pairs);
      }
      return taken;
    }
  }

  private Pair reversed(JsonObject second, JsonObject first) {
    return pair(first, second);
  }

  private Pair pair(JsonObject our, JsonObject their) {
    return new Pair(milliseconds(our), milliseconds(their), agreement.of(our, their));
  }

  private void say(Pair pair, int number, int pairs) {
    System.err.printf(
        "%s: pair %d of %d, %.0f ms and %.0f ms, ratio %.3f; %s%n",
        name, number, pairs, pair.ours(), pair.theirs(), pair.ratio(), pair.agreement().text());
  }

  private static double milliseconds(JsonObject turn) {
    return turn.get("milliseconds").getAsDouble();
  }

  private static void createDirectories(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
