package io.tamnas.quickstart.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

  private static final Duration NO_GRACE = Duration.ZERO;

  @TempDir Path base;

  @Test
  void givesASecondRunADirectoryOfItsOwn() {
    OutputDirectory first = OutputDirectory.claim(base.resolve("out"));
    OutputDirectory second = OutputDirectory.claim(base.resolve("out"));

    assertThat(first.path()).isEqualTo(base.resolve("out"));
    assertThat(second.path()).isEqualTo(base.resolve("out-2"));
    first.stop(NO_GRACE);
    second.stop(NO_GRACE);
  }

  @Test
  void isFreeAgainAfterItsRun() {
    OutputDirectory.claim(base.resolve("out")).stop(NO_GRACE);
    OutputDirectory again = OutputDirectory.claim(base.resolve("out"));

    assertThat(again.path()).isEqualTo(base.resolve("out"));
    again.stop(NO_GRACE);
  }

  @Test
  void keepsResultsAndLogsButNotTheFilesOfTheRun() throws IOException {
    OutputDirectory output = OutputDirectory.claim(base.resolve("out"));
    Files.createDirectories(output.files().resolve("database"));
    Files.createDirectories(output.logs());
    Files.writeString(output.logs().resolve("service.log"), "line");
    Path result = output.publish("front.json", file -> Files.writeString(file, "{}"));

    output.stop(NO_GRACE);

    assertThat(output.files()).doesNotExist();
    assertThat(output.logs().resolve("service.log")).hasContent("line");
    assertThat(result).hasContent("{}");
  }

  @Test
  void leavesFilesOfOthersAlone() throws IOException {
    Path out = base.resolve("out");
    Path mine = Files.createDirectories(out.resolve("run")).resolve("thesis");
    Path log = Files.createDirectories(out.resolve("logs")).resolve("thesis.log");
    Files.writeString(mine, "text");
    Files.writeString(log, "line");
    Files.writeString(out.resolve("front.json"), "drawn by hand");

    OutputDirectory.claim(out).stop(NO_GRACE);

    assertThat(mine).hasContent("text");
    assertThat(log).hasContent("line");
    assertThat(out.resolve("front.json")).hasContent("drawn by hand");
  }

  @Test
  void removesTheResultsOfTheRunBefore() {
    OutputDirectory before = OutputDirectory.claim(base.resolve("out"));
    Path result = before.publish("front.json", file -> Files.writeString(file, "{}"));
    before.stop(NO_GRACE);
    assertThat(result).exists();

    OutputDirectory.claim(base.resolve("out")).stop(NO_GRACE);

    assertThat(result).doesNotExist();
  }

  @Test
  void removesNoResultOutsideItsDirectory() throws IOException {
    Path out = Files.createDirectories(base.resolve("out"));
    Path outside = Files.writeString(base.resolve("outside"), "text");
    Files.writeString(out.resolve(".tamnas-published"), "../outside\n" + outside + "\n");

    OutputDirectory.claim(out).stop(NO_GRACE);

    assertThat(outside).hasContent("text");
  }

  @Test
  void endsProcessesThatAKilledRunLeft() throws IOException {
    Path files = Files.createDirectories(base.resolve("out").resolve(".tamnas-run"));
    ChildProcess orphan =
        ChildProcess.start(
            new ChildCommand(
                "orphan", List.of("sleep", "60"), Map.of(), base, base.resolve("orphan.log")));
    Census census = new Census(files.resolve("processes"));
    census.add(orphan.handle());
    census.add(ProcessHandle.current());
    disguise(census, ProcessHandle.current());

    OutputDirectory output = OutputDirectory.claim(base.resolve("out"));

    await().until(() -> !orphan.isAlive());
    assertThat(output.files()).doesNotExist();
    output.stop(NO_GRACE);
  }

  /** Makes the census speak of an earlier process with the same number. */
  private static void disguise(Census census, ProcessHandle process) throws IOException {
    List<String> lines = Files.readAllLines(census.file());
    lines.set(lines.size() - 1, process.pid() + " 1999-12-31T00:00:00Z");
    Files.write(census.file(), lines);
  }
}
