package io.tamnas.quickstart;

import io.tamnas.quickstart.Settings.Composed;
import io.tamnas.quickstart.Settings.Written;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a quick start POSTs. What it leaves out, the service fills in. */
record Specification(Settings settings) {

  private static final JsonMapper JSON = JsonMapper.shared();

  ObjectNode document() {
    ObjectNode document =
        switch (settings.job()) {
          case Written written -> read(written.file());
          case Composed composed -> compose(composed);
        };
    settings
        .data()
        .ifPresent(data -> document.withObjectProperty("dataset").put("directory", name(data)));
    return document;
  }

  /** In which the workers find the data set under its directory's name. */
  Optional<Path> dataRoot() {
    return settings.data().map(Path::toAbsolutePath).map(Path::getParent);
  }

  private static String name(Path data) {
    Path name = data.getFileName();
    if (name == null) {
      throw new QuickstartFailure(
          "quickstart.data must be a directory with a name, " + data + " has none");
    }
    return name.toString();
  }

  private static ObjectNode read(Path file) {
    try {
      if (JSON.readTree(file) instanceof ObjectNode document) {
        return document;
      }
      throw new QuickstartFailure(file + " must hold a JSON object: the specification of a job");
    } catch (JacksonException e) {
      throw new QuickstartFailure(file + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private static ObjectNode compose(Composed job) {
    ObjectNode document = JSON.createObjectNode();
    document.put("name", "quick start");
    document.put("seed", job.seed());
    document.putObject("dataset").put("name", job.dataset().text());
    ObjectNode space = document.putObject("space").put("preset", job.preset());
    job.width().ifPresent(width -> space.put("width", width));
    put(document, "training", "steps", job.steps());
    put(document, "search", "population", job.population());
    put(document, "search", "generations", job.generations());
    job.baseline().ifPresent(word -> document.withObjectProperty("search").put("baseline", word));
    put(document, "evaluation", "images", job.images());
    put(document, "finalists", "count", job.finalists());
    return document;
  }

  private static void put(ObjectNode document, String part, String name, OptionalInt given) {
    given.ifPresent(number -> document.withObjectProperty(part).put(name, number));
  }
}
