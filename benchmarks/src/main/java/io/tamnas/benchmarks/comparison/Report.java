package io.tamnas.benchmarks.comparison;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a comparison's numbers for machines and as a row of the table in docs/benchmarks.md. */
public record Report(Path directory, String machine) {

  /** Writes {@code <name>.json} and {@code <name>.md}; gives the row. */
  public String write(Summary summary) {
    String row = row(summary);
    write(
        summary.name() + ".json",
        new GsonBuilder().setPrettyPrinting().create().toJson(json(summary)));
    write(summary.name() + ".md", row + "\n\n" + machine + "\n");
    return row;
  }

  private static String row(Summary summary) {
    return "| `%s` | ≤ %.2f | %.2f | %.2f–%.2f | %d | %.0f ms | %.0f ms | %s |"
        .formatted(
            summary.name(),
            summary.bar(),
            summary.ratio(),
            summary.leastRatio(),
            summary.greatestRatio(),
            summary.pairs().size(),
            summary.ours(),
            summary.theirs(),
            summary.agreement());
  }

  private JsonObject json(Summary summary) {
    JsonObject json = new JsonObject();
    json.addProperty("name", summary.name());
    json.addProperty("machine", machine);
    json.addProperty("bar", summary.bar());
    json.addProperty("medianRatio", summary.ratio());
    json.addProperty("withinBar", summary.isWithinBar());
    json.addProperty("agrees", summary.agrees());
    json.addProperty("agreement", summary.agreement());
    JsonArray pairs = new JsonArray();
    summary.pairs().forEach(pair -> pairs.add(json(pair)));
    json.add("pairs", pairs);
    return json;
  }

  private static JsonObject json(Pair pair) {
    JsonObject json = new JsonObject();
    json.addProperty("ourMilliseconds", pair.ours());
    json.addProperty("peerMilliseconds", pair.theirs());
    json.addProperty("ratio", pair.ratio());
    json.addProperty("agreement", pair.agreement().text());
    return json;
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
