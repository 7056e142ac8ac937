package io.tamnas.quickstart;

import io.tamnas.quickstart.house.OutputDirectory;
import io.tamnas.quickstart.job.Finalist;
import io.tamnas.quickstart.job.SearchApi;
import io.tamnas.quickstart.progress.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Takes finalists home: what they reach on the screen, and their files. */
record FinalistFiles(SearchApi api, OutputDirectory output, Screen screen) {

  void takeHome(List<Finalist> finalists) throws InterruptedException {
    for (Finalist finalist : finalists) {
      for (Finalist.Network network : finalist.networks()) {
        screen.line(line(finalist, network));
        if (network.exported() != null) {
          save(finalist, network);
        }
      }
    }
  }

  private static String line(Finalist finalist, Finalist.Network network) {
    String name = "  finalist %d from %-8s".formatted(finalist.number(), start(network));
    Finalist.Failure failure = network.failure();
    Finalist.Measured validated = network.validated();
    if (failure != null) {
      return name + "  " + failure.failureClass() + ": " + failure.reason();
    }
    return validated == null
        ? name + "  " + network.stage()
        : name
            + "  clean %s, under attack %s (%s)"
                .formatted(
                    share(validated.clean()), share(validated.adversarial()), validated.protocol());
  }

  private static String share(Finalist.Accuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%.1f %% [%.1f, %.1f]",
        100 * accuracy.accuracy(),
        100 * accuracy.interval().getFirst(),
        100 * accuracy.interval().getLast());
  }

  private void save(Finalist finalist, Finalist.Network network) throws InterruptedException {
    String name = "finalist-%d-%s".formatted(finalist.number(), start(network));
    Path model = save(name + ".onnx", network.links().model());
    save(name + ".md", network.links().modelCard());
    save(name + ".json", network.links().manifest());
    screen.line("    %-26s %s".formatted("as ONNX, with card and manifest:", model));
  }

  private Path save(String name, String path) throws InterruptedException {
    byte[] content = api.content(path);
    return output.publish(name, file -> Files.write(file, content));
  }

  private static String start(Finalist.Network network) {
    return network.start().toLowerCase(Locale.ROOT);
  }
}
