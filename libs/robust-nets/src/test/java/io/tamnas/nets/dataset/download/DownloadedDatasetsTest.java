package io.tamnas.nets.dataset.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.cache.CacheFailedException;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.dataset.download.FileServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadedDatasetsTest {
  private static final int BYTES = 200_000;
  private static final Patience PATIENCE =
      new Patience(3, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20));

  @TempDir Path directory;
  private Path cache = Path.of("");
  private FileServer server;
  private byte[] content = {};

  DownloadedDatasetsTest() throws IOException {
    server = new FileServer();
  }

  @BeforeEach
  void serve() {
    cache = directory.resolve("cache");
    content = random(BYTES);
    server.serve(content);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SplittableRandom(1).nextBytes(random);
    return random;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bringsAFileOnce() throws IOException {
    assertThat(brought()).isEqualTo(content);
    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).containsExactly("whole");
    assertNothingIsLeft();
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnOnceThereIsRoom() throws IOException {
    try (SmallDisk disk = SmallDisk.of(1)) {
      cache = disk.path().resolve("cache");
      Path filler = Files.write(disk.path().resolve("filler"), new byte[900_000]);

      assertThatThrownBy(this::brought)
          .isInstanceOf(CacheFailedException.class)
          .hasMessageContaining(cache.toString())
          .hasMessageContaining("make room");
      assertThat(server.ranges()).hasSize(1);

      Files.delete(filler);
      assertThat(brought()).isEqualTo(content);
    }
  }

  @Test
  void saysThatTheDiskIsFullWhereAnArchiveIsUnpacked() throws IOException {
    try (SmallDisk disk = SmallDisk.of(1)) {
      cache = disk.path().resolve("cache");

      byte[] archive = gzip(random(600_000));
      assertThatThrownBy(() -> unpacked("random.gz", archive))
          .isInstanceOf(CacheFailedException.class)
          .hasMessageContaining("make room");
    }
  }

  @Test
  void goesOnWhereTheConnectionWasCut() throws IOException {
    server.answer(new Answer.CutAfter(70_000), new Answer.CutAfter(50_000));

    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).hasSize(3).startsWith("whole").doesNotHaveDuplicates();
    assertThat(server.ranges().get(2)).startsWith("bytes=");
  }

  @Test
  void goesOnWhereAnEarlierProcessStopped() throws IOException {
    partial(Arrays.copyOf(content, 12_345), "\"one\"");

    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).containsExactly("bytes=12345-");
  }

  @Test
  void beginsAnewWhereTheServerHasAnotherVersion() throws IOException {
    partial(new byte[12_345], "\"zero\"");

    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).containsExactly("bytes=12345-");
  }

  @Test
  void beginsAnewWhereWhatWasThereDoesNotFit() throws IOException {
    server.version(Optional.empty());
    partial(new byte[12_345], "");

    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).containsExactly("bytes=12345-", "whole");
  }

  @Test
  void beginsAnewWhereTheServerIgnoresRange() throws IOException {
    server.answer(new Answer.CutAfter(70_000), new Answer.IgnoresRange());
    assertThat(brought()).isEqualTo(content);
  }

  @Test
  void beginsAnewWhereTheServerSendsAnotherRange() throws IOException {
    server.answer(new Answer.CutAfter(70_000), new Answer.OtherRange());
    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).endsWith("whole");
  }

  @Test
  void beginsAnewWhereThereIsMoreThanTheServerHas() throws IOException {
    partial(new byte[BYTES + 1], "\"one\"");
    assertThat(brought(new RemoteFile.Size.AtMost(BYTES * 2L))).isEqualTo(content);
  }

  @Test
  void asksForNothingThatIsThere() throws IOException {
    partial(content, "");
    assertThat(brought(new RemoteFile.Size.AtMost(BYTES * 2L))).isEqualTo(content);
    assertThat(server.ranges()).isEmpty();
  }

  @Test
  void keepsTheFilesThatCameWhereAnotherIsRefused() throws IOException {
    RemoteFile sound = file("a.bin");
    RemoteFile wrong =
        new RemoteFile(server.uri("b.bin"), "0".repeat(64), new RemoteFile.Size.AtMost(BYTES));
    assertThatThrownBy(() -> datasets().directory("x", List.of(sound, wrong), () -> {}))
        .hasMessageContaining("expected SHA-256 000");

    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges()).hasSize(2);
  }

  @Test
  void waitsOutAServerThatIsAway() throws IOException {
    server.answer(new Answer.Status(503), new Answer.Status(429));
    assertThat(brought()).isEqualTo(content);
  }

  @Test
  void followsToWhereTheFileHasMoved() throws IOException {
    server.answer(new Answer.MovedTo("/elsewhere"));
    assertThat(brought()).isEqualTo(content);
  }

  @Test
  void givesUpAServerThatStaysAway() {
    server.answer(new Answer.Status(500), new Answer.Status(500), new Answer.Status(500));
    assertThatThrownBy(this::brought)
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("3 tries in a row brought nothing")
        .hasMessageContaining("was answered with 500");
  }

  @Test
  void givesUpAtOnceWhatIsNotThere() {
    server.answer(new Answer.Status(404));
    assertThatThrownBy(this::brought).hasMessageContaining("was answered with 404; is the");
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void leavesAServerThatFallsSilent() throws IOException {
    server.answer(new Answer.Silent(1_000));
    Patience shortly = new Patience(3, Duration.ZERO, Duration.ZERO, Duration.ofMillis(300));
    Path found =
        new DownloadedDatasets(cache, shortly).directory("x", List.of(file("a.bin")), () -> {});
    assertThat(Files.readAllBytes(found.resolve("a.bin"))).isEqualTo(content);
  }

  @Test
  void namesBothDigestsOfAWrongFile() throws IOException {
    byte[] wrong = content.clone();
    wrong[5] ^= 1;
    server.serve(wrong);

    assertThatThrownBy(this::brought)
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("expected SHA-256 " + sha256(content) + ", found " + sha256(wrong));
    assertNothingIsLeft();
  }

  @Test
  void refusesATooLongFileBeforeItComes() throws IOException {
    assertThatThrownBy(() -> brought(new RemoteFile.Size.Exactly(BYTES - 1)))
        .hasMessageContaining("is longer than the 199999 bytes that are configured");
    assertThatThrownBy(() -> brought(new RemoteFile.Size.AtMost(1000)))
        .hasMessageContaining("is longer than the 1000 bytes that a download may have");
    assertNothingIsLeft();
  }

  @Test
  void stopsWhenAskedAndGoesOnLater() throws IOException {
    int[] pieces = {0};
    assertThatThrownBy(
            () ->
                datasets()
                    .directory(
                        "x",
                        List.of(file("a.bin")),
                        () -> {
                          if (++pieces[0] > 4) {
                            throw new IllegalStateException("stop");
                          }
                        }))
        .hasMessage("stop");

    assertThat(brought()).isEqualTo(content);
    assertThat(server.ranges().getLast()).startsWith("bytes=");
  }

  @Test
  void bringsItOnceForTwoWorkers() {
    CompletableFuture<Path> one = CompletableFuture.supplyAsync(this::directory);
    CompletableFuture<Path> other = CompletableFuture.supplyAsync(this::directory);

    assertThat(one.join()).isEqualTo(other.join());
    assertThat(server.ranges()).containsExactly("whole");
  }

  @Test
  void unpacksArchivesAndTheirOnlyDirectory() throws IOException {
    byte[] tar = tar("data/", "data/a.bin", "data/deep/b.bin");
    for (String name : List.of("x.tar", "x.tar.gz", "x.tgz")) {
      Path found = unpacked(name, name.endsWith("r") ? tar : gzip(tar));
      assertThat(found.getFileName()).hasToString("data");
      assertThat(found.resolve("a.bin")).hasContent("data/a.bin");
      assertThat(found.resolve("deep/b.bin")).hasContent("data/deep/b.bin");
    }
    assertThat(unpacked("x.zip", zip("a.bin", "deep/b.bin")).resolve("deep/b.bin"))
        .hasContent("deep/b.bin");
    assertThat(unpacked("a-idx.gz", gzip(new byte[] {'x'})).resolve("a-idx")).hasContent("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out", "a/../../out", "/etc/out", "a/./b", "a\\..\\out", "C:out"})
  void refusesEntriesThatLeadOut(String entry) throws IOException {
    refusesArchive("x.tar.gz", gzip(tar("fine", entry)), "does not name a file within");
    refusesArchive("x.zip", zip("fine", entry), "does not name a file within");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void refusesLinksAndDevices() throws IOException {
    for (byte kind :
        new byte[] {
          TarConstants.LF_SYMLINK,
          TarConstants.LF_LINK,
          TarConstants.LF_CHR,
          TarConstants.LF_BLK,
          TarConstants.LF_FIFO
        }) {
      TarArchiveEntry entry = new TarArchiveEntry("link", kind);
      entry.setLinkName("/etc");
      refusesArchive("x.tar", tarOf(entry), "'link' is a link or a device");
    }
  }

  @Test
  void refusesABomb() throws IOException {
    byte[] zeros = new byte[3 << 20];
    refusesArchive("x.gz", gzip(zeros), "unpacks to more than 1048576 bytes");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("zeros"));
      out.write(zeros);
    }
    refusesArchive("x.zip", zip.toByteArray(), "unpacks to more than 1048576 bytes");
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    Unpacking unpacking = new Unpacking(directory, 1000, 2, () -> {});
    unpacking.directory("a");
    unpacking.directory("b");
    assertThatThrownBy(() -> unpacking.directory("c")).hasMessageContaining("more than 2 entries");
  }

  @Test
  void refusesAnEntryThatComesTwice() throws IOException {
    refusesArchive("x.tar", tar("a", "a"), "holds 'a' twice");
  }

  @Test
  void refusesWhatIsNoArchiveOrHalfOfOne() throws IOException {
    refusesArchive("x.tar.gz", content, "is not unpacked");
    refusesArchive("x.zip", content, "is not unpacked");
    byte[] whole = gzip(tar("data/a.bin"));
    refusesArchive("x.tar.gz", Arrays.copyOf(whole, whole.length - 20), "is not unpacked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x/a", "file:///etc/passwd", "a.bin", "http://host/", "http:///a"})
  void refusesAddressesThatAreNone(String address) {
    assertThatThrownBy(
            () ->
                new RemoteFile(URI.create(address), "0".repeat(64), new RemoteFile.Size.AtMost(1)))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining("address of a download");
  }

  @Test
  void refusesAFileWithoutADigest() {
    assertThatThrownBy(() -> new RemoteFile(server.uri("a"), "", new RemoteFile.Size.AtMost(1)))
        .hasMessageContaining("needs the SHA-256 of its file");
  }

  private void refusesArchive(String name, byte[] archive, String problem) throws IOException {
    assertThatThrownBy(() -> unpacked(name, archive))
        .isInstanceOf(InvalidDatasetException.class)
        .hasMessageContaining(problem);
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
    assertThat(directory.resolve("out")).doesNotExist();
  }

  private Path unpacked(String name, byte[] archive) {
    server.serve(archive);
    RemoteFile file =
        new RemoteFile(
            server.uri(name), sha256(archive), new RemoteFile.Size.Exactly(archive.length));
    return datasets().directory("archive", List.of(file), () -> {});
  }

  private byte[] brought() throws IOException {
    return brought(new RemoteFile.Size.Exactly(BYTES));
  }

  private byte[] brought(RemoteFile.Size size) throws IOException {
    RemoteFile file = new RemoteFile(server.uri("a.bin"), sha256(content), size);
    Path found = datasets().directory("x", List.of(file), () -> {});
    return Files.readAllBytes(found.resolve("a.bin"));
  }

  private Path directory() {
    return datasets().directory("x", List.of(file("a.bin")), () -> {});
  }

  private RemoteFile file(String name) {
    return new RemoteFile(
        server.uri(name), sha256(content), new RemoteFile.Size.Exactly(content.length));
  }

  private DownloadedDatasets datasets() {
    return new DownloadedDatasets(cache, PATIENCE);
  }

  private void partial(byte[] bytes, String version) throws IOException {
    Files.createDirectories(cache);
    Path path = cache.resolve(sha256(content) + ".download");
    Files.write(path, bytes);
    if (!version.isEmpty()) {
      Files.writeString(path.resolveSibling(path.getFileName() + ".version"), version);
    }
  }

  private void assertNothingIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(cache)) {
      assertThat(left.map(Path::toString))
          .noneMatch(name -> name.contains(".download") || name.endsWith(".part"));
    }
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    return compressed.toByteArray();
  }

  /** Each file holds its name. */
  private static byte[] tar(String... names) throws IOException {
    return tarOf(
        Arrays.stream(names)
            .map(name -> new TarArchiveEntry(name, true))
            .toArray(TarArchiveEntry[]::new));
  }

  private static byte[] tarOf(TarArchiveEntry... entries) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(archive)) {
      for (TarArchiveEntry entry : entries) {
        byte[] content = entry.isFile() ? entry.getName().getBytes(UTF_8) : new byte[0];
        boolean plain = !entry.isDirectory() && entry.getLinkName().isEmpty();
        entry.setSize(plain ? content.length : 0);
        tar.putArchiveEntry(entry);
        if (plain) {
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    }
    return archive.toByteArray();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
      }
    }
    return archive.toByteArray();
  }
}
