package io.tamnas.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was found for machines, and as rows of the table in docs/benchmarks.md. */
record LoadReport(Path directory, String machine) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes {@code load-<scenario>.json} and {@code .md}; gives the rows. */
  String write(String scenario, List<Finding> findings) {
    String rows = findings.stream().map(one -> row(scenario, one)).collect(Collectors.joining());
    write(
        "load-" + scenario + ".json",
        JSON.writeValueAsString(
            Map.of("scenario", scenario, "machine", machine, "findings", findings)));
    write("load-" + scenario + ".md", rows + "\n" + machine + "\n");
    return rows;
  }

  private static String row(String scenario, Finding finding) {
    String measured =
        switch (finding.verdict()) {
          case REACHED -> "**" + finding.measured() + "**";
          case MISSED -> finding.measured() + ", missed";
          case TOLD -> finding.measured();
        };
    return "| `%s` | %s | %s | %s |%n".formatted(scenario, finding.what(), finding.bar(), measured);
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
