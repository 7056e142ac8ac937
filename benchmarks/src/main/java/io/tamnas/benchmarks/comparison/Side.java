package io.tamnas.benchmarks.comparison;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that has everything loaded and waits for its turn; it idles between turns. */
final class Side implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final BufferedReader answers;
  private final Writer turns;

  private Side(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.turns = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts the program and waits until it is warm. */
  static Side start(List<String> command, Map<String, String> environment, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Side side = new Side(builder.start(), log);
      side.awaitReady();
      return side;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    if (!answer().has("ready")) {
      throw new IllegalStateException("a side begins by saying that it is ready; see " + log);
    }
  }

  /** Has it make one run. */
  JsonObject turn() {
    try {
      turns.write("run\n");
      turns.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObject answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("a side ended before its turn; see " + log);
      }
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it: there are no more turns. */
  @Override
  public void close() {
    try {
      turns.close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
