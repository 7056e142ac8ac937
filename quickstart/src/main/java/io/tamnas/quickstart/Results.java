package io.tamnas.quickstart;

import io.tamnas.quickstart.front.Front;
import io.tamnas.quickstart.front.FrontPicture;
import io.tamnas.quickstart.front.FrontPicture.Cost;
import io.tamnas.quickstart.front.FrontTable;
import io.tamnas.quickstart.house.OutputDirectory;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.SearchApi;
import io.tamnas.quickstart.progress.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes the front of a job home: as a table on the screen, and as files. */
record Results(SearchApi api, OutputDirectory output, Screen screen) {

  private static final int TABLE_WIDTH = 160;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  void takeHome(JobStatus job, String token) throws InterruptedException {
    JsonNode document = api.frontDocument(job.id());
    JsonNode specification = api.specification(job.id());
    Front front = api.front(document);
    screen.line("");
    screen.line(
        "The front: %d subnets, none of which another beats in everything"
            .formatted(front.individuals().size()));
    new FrontTable(front, TABLE_WIDTH).lines().forEach(screen::line);
    screen.line("");
    new FinalistFiles(api, output, screen).takeHome(api.finalists(job.id()));
    tell("the report", report(job.id()));
    tell("the front as JSON", json("front.json", document));
    draw(front);
    tell("the job, with all defaults", json("specification.json", specification));
    tell("the supernet", supernet(front.supernet(), token));
    tell("logs of the processes", output.logs());
  }

  private void draw(Front front) {
    try {
      draw(front, Cost.PARAMETERS, "the front as a picture", "front.png");
      if (front.hasLatencies()) {
        draw(front, Cost.LATENCY, "the same over latency", "front-latency.png");
      }
    } catch (LinkageError | InternalError e) { // how the JDK says that a machine has no fonts
      screen.line(
          "  %-28s %s"
              .formatted(
                  "no picture of the front:",
                  "this machine has no fonts ("
                      + e.getMessage()
                      + "); install fontconfig and one"));
    }
  }

  private void draw(Front front, Cost cost, String what, String file) {
    tell(what, output.publish(file, new FrontPicture(front, cost)::write));
  }

  private Path report(String job) throws InterruptedException {
    byte[] page = api.report(job);
    return output.publish("report.html", file -> Files.write(file, page));
  }

  private Path json(String name, JsonNode document) {
    return output.publish(
        name, file -> Files.writeString(file, JSON.writeValueAsString(document) + "\n"));
  }

  private Path supernet(String sha256, String token) throws InterruptedException {
    Path part = output.path().resolve(".supernet.part");
    api.download(sha256, token, part);
    return output.publish("supernet.bin", target -> Files.move(part, target));
  }

  private void tell(String what, Path file) {
    screen.line("  %-28s %s".formatted(what + ":", file));
  }
}
