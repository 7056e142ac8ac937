package io.tamnas.quickstart.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  private static final Duration GRACE = Duration.ofMillis(300);

  @TempDir Path directory;

  @Test
  void endsOnRequest() {
    ChildProcess child = start("exec sleep 60");

    child.stop(Duration.ofSeconds(10));

    assertThat(child.isAlive()).isFalse();
    assertThat(child.obituary()).isEmpty();
  }

  @Test
  void isKilledWhereItIgnoresTheRequest() throws IOException {
    ChildProcess child = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
    awaitOutput("ready");

    child.stop(GRACE);

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void takesItsOwnChildrenAlong() throws IOException {
    ChildProcess child = start("sleep 60 & echo $!; wait");
    await().until(() -> Files.readString(log()).matches("\\d+\\s+"));
    ProcessHandle grandchild =
        ProcessHandle.of(Long.parseLong(Files.readString(log()).strip())).orElseThrow();

    child.stop(GRACE);

    await().until(() -> !grandchild.isAlive());
  }

  @Test
  void tellsOfItsEndWithTheLastLinesOfItsLog() {
    ChildProcess child = start("echo the disk is full; exit 3");

    await().until(() -> !child.isAlive());

    assertThat(child.obituary())
        .hasValueSatisfying(
            text -> assertThat(text).contains("fake ended with exit code 3", "  the disk is full"));
  }

  @Test
  void seesItsSettingsButNotThoseOfOtherPrograms() throws IOException {
    start("echo token=$TAMNAS_TOKEN profile=$SPRING_PROFILES_ACTIVE; env", "t0ken");

    awaitOutput("token=t0ken profile=\n");
    assertThat(Files.readString(log())).doesNotContain("\nSPRING_", "\nSERVER_");
  }

  @Test
  void saysThatAProgramIsMissing() {
    assertThatThrownBy(() -> ChildProcess.start(command(List.of("/no/such/program"), Map.of())))
        .isInstanceOf(HouseException.class)
        .hasMessageContaining("fake cannot be started")
        .hasMessageContaining("/no/such/program");
  }

  private ChildProcess start(String script, String... token) {
    Map<String, String> environment =
        token.length == 0 ? Map.of() : Map.of("TAMNAS_TOKEN", token[0]);
    return ChildProcess.start(command(List.of("/bin/sh", "-c", script), environment));
  }

  private ChildCommand command(List<String> arguments, Map<String, String> environment) {
    return new ChildCommand("fake", arguments, environment, directory, log());
  }

  private void awaitOutput(String text) {
    await().until(() -> Files.readString(log()).contains(text));
  }

  private Path log() {
    return directory.resolve("fake.log");
  }
}
