package io.tamnas.quickstart;

import io.tamnas.quickstart.house.Build;
import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.house.OutputDirectory;
import io.tamnas.quickstart.house.Platform;
import io.tamnas.quickstart.house.Premises;
import io.tamnas.quickstart.job.JobStatus;
import io.tamnas.quickstart.job.SearchApi;
import io.tamnas.quickstart.progress.Progress;
import io.tamnas.quickstart.progress.Screen;
import io.tamnas.quickstart.progress.Spoken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** One quick start from the first process to the last line. The house is the caller's to close. */
record Launcher(Settings settings, House house, Screen screen, Progress progress, Clock clock) {

  private static final Duration WATCH = Duration.ofSeconds(1);

  /**
   * Tasks at a time. Each worker computes with all processors, and two that do so at once slow each
   * other many times over.
   */
  private static final int AT_A_TIME = 1;

  void run() throws InterruptedException {
    Specification specification = new Specification(settings);
    ObjectNode document = specification.document();
    Instant start = clock.instant();
    OutputDirectory output = house.admit(() -> OutputDirectory.claim(settings.output()));
    screen.line("Tamnas quick start; results and logs go to " + output.path());
    Premises premises =
        Premises.of(Build.ofProperties(), output.files(), output.logs(), specification.dataRoot());
    screen.line("Starting PostgreSQL, the search service, a trainer and an evaluator");
    Platform platform = Platform.start(house, premises);
    screen.line("Ready after %s; API: %s".formatted(since(start), page(platform)));
    SearchApi api = new SearchApi(platform.address());
    JobStatus job = search(api, document);
    new Results(api, output, screen).takeHome(job, platform.token());
    finish(platform, since(start));
  }

  /** Tells why it failed; stays silent where somebody is stopping it on purpose. */
  void complain(String message) {
    if (!house.isClosing()) {
      screen.line("");
      screen.line("The quick start failed: " + message);
    }
  }

  private JobStatus search(SearchApi api, ObjectNode document) throws InterruptedException {
    JobStatus submitted = api.submit(document, UUID.randomUUID(), AT_A_TIME);
    screen.line(
        "Search job %s: data set %s"
            .formatted(submitted.id(), document.path("dataset").path("name").asString("?")));
    JobStatus job = new Follower(house, api, progress, clock).follow(submitted.id());
    return switch (job.state()) {
      case SUCCEEDED -> job;
      case FAILED, PAUSED, CANCELLED -> throw new QuickstartFailure(reason(job));
      case QUEUED, TRAINING_SUPERNET, SEARCHING, FINALIZING ->
          throw new QuickstartFailure("the job was left, it is " + job.state());
    };
  }

  private static String reason(JobStatus job) {
    JobStatus.Failure failure = job.failure();
    String why =
        failure == null ? "no reason is told" : failure.failureClass() + ": " + failure.reason();
    return "the search job is %s. %s".formatted(job.state(), why);
  }

  private void finish(Platform platform, String taken) throws InterruptedException {
    screen.line("");
    switch (settings.afterwards()) {
      case STOP ->
          screen.line(
              "Done after %s. The services are stopped now; -Dquickstart.keep leaves them running,"
                      .formatted(taken)
                  + " with their API page at /swagger-ui.html.");
      case KEEP -> {
        screen.line("Done after %s. The services run on until Ctrl-C.".formatted(taken));
        screen.line("API page: " + page(platform));
        while (!house.awaitClosing(WATCH)) {
          house.requireAlive();
        }
      }
    }
  }

  private static String page(Platform platform) {
    return platform.address() + "/swagger-ui.html";
  }

  private String since(Instant start) {
    return Spoken.of(Duration.between(start, clock.instant()));
  }
}
