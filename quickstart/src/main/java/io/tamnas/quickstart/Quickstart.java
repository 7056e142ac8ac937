package io.tamnas.quickstart;

import io.tamnas.quickstart.house.House;
import io.tamnas.quickstart.house.HouseException;
import io.tamnas.quickstart.job.ApiException;
import io.tamnas.quickstart.progress.LiveProgress;
import io.tamnas.quickstart.progress.PlainProgress;
import io.tamnas.quickstart.progress.Progress;
import io.tamnas.quickstart.progress.Screen;
import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Everything on one machine in one command. */
public final class Quickstart {

  /** Set by Maven: end with the process that started this one. */
  private static final String END_WITH_PARENT = "tamnas.endWithParent";

  private static final Duration GRACE = Duration.ofSeconds(12);
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;
  private static final int MISUSE = 2;

  private Quickstart() {}

  public static void main(String[] arguments) {
    System.exit(run(new Screen(System.out)));
  }

  private static int run(Screen screen) {
    try {
      Settings settings =
          SettingsReader.read(
              new GivenProperties(System.getProperties()).all(), Path.of("").toAbsolutePath());
      return run(settings, screen);
    } catch (InvalidSettings e) {
      screen.line(e.text());
      return MISUSE;
    }
  }

  private static int run(Settings settings, Screen screen) {
    House house = new House(GRACE);
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "closing the house"));
    if (Boolean.getBoolean(END_WITH_PARENT)) {
      endWithParent();
    }
    Clock clock = Clock.systemUTC();
    try (house) {
      return run(new Launcher(settings, house, screen, progress(screen, clock), clock));
    }
  }

  private static int run(Launcher launcher) {
    try {
      launcher.run();
      return SUCCESS;
    } catch (HouseException | ApiException | QuickstartFailure e) {
      launcher.complain(String.valueOf(e.getMessage()));
      return FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILURE;
    }
  }

  private static void endWithParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    var _ = parent.onExit().thenRun(() -> System.exit(FAILURE));
  }

  private static Progress progress(Screen screen, Clock clock) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return terminal ? new LiveProgress(screen, clock) : new PlainProgress(screen, clock);
  }
}
