package io.tamnas.worker.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.worker.contact.RefusedException;
import io.tamnas.worker.fake.Callers;
import io.tamnas.worker.fake.FakeSearchService;
import io.tamnas.worker.fake.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCacheTest {
  private static final int BOUND = 20;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private FakeSearchService service;
  private ArtifactCache cache;

  @BeforeEach
  void open() throws IOException {
    service = new FakeSearchService();
    cache = new ArtifactCache(folder, BOUND, Callers.of(service), clock);
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void downloadsOnce() {
    String sha256 = keep("supernet");

    assertThat(cache.get(sha256)).hasContent("supernet");
    assertThat(cache.get(sha256)).hasContent("supernet");
    assertThat(service.calls(sha256)).hasSize(1);
  }

  @Test
  void refusesOtherBytesAndKeepsNothingOfThem() throws IOException {
    String sha256 = "b".repeat(64);
    service.keepUnder(sha256, bytes("forged"));

    assertThatThrownBy(() -> cache.get(sha256))
        .isInstanceOf(CorruptedArtifactException.class)
        .hasMessageContaining(sha256);
    assertThat(files()).isEmpty();
  }

  @Test
  void downloadsAgainWhereTheCopyWasDamaged() throws IOException {
    String sha256 = keep("supernet");
    Files.writeString(cache.get(sha256), "damaged");

    assertThat(cache.get(sha256)).hasContent("supernet");
  }

  @Test
  void makesRoomForTheNewestByTheLeastRecentlyUsed() throws IOException {
    String first = keep("ten bytes1");
    String second = keep("ten bytes2");
    String third = keep("ten bytes3");
    for (String sha256 : List.of(first, second, first, third)) {
      cache.get(sha256);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(files()).containsExactlyInAnyOrder(first, third);
  }

  @Test
  void keepsTheNewestEvenWhereItAlonePassesTheBound() {
    assertThat(cache.get(keep("x".repeat(BOUND + 1)))).exists();
  }

  @Test
  void deletesPartsOfEarlierDownloads() throws IOException {
    Files.writeString(folder.resolve("c".repeat(64) + ".part"), "half");

    new ArtifactCache(folder, BOUND, Callers.of(service), clock);

    assertThat(files()).isEmpty();
  }

  @Test
  void failsAtOnceWhereItsDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "no device that is always full is here");
    String sha256 = keep("supernet");
    Files.createSymbolicLink(folder.resolve(sha256 + ".part"), full);

    assertThatThrownBy(() -> cache.get(sha256))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("No space left on device");
    assertThat(files()).isEmpty();
  }

  @Test
  void saysThatTheServiceHasNoSuchArtifact() {
    assertThatThrownBy(() -> cache.get("d".repeat(64)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no such artifact");
  }

  @Test
  void refusesNamesThatAreNoDigest() {
    assertThatThrownBy(() -> cache.get("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 lower-case hexadecimal digits");
  }

  private String keep(String content) {
    return service.keep(bytes(content));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
