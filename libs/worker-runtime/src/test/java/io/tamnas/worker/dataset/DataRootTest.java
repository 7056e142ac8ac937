package io.tamnas.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.start.CannotStartException;
import io.tamnas.worker.task.TaskFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DataRootTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final Download.File FILE =
      new Download.File(URI.create("http://host/b"), DIGEST, null);

  @TempDir Path folder;
  private Path data;
  private DataRoot root;

  @BeforeEach
  void make() throws IOException {
    data = Files.createDirectory(folder.resolve("data")).toRealPath();
    Files.createDirectory(folder.resolve("outside"));
    root = of(data);
  }

  @Test
  void findsADataSetByItsName() throws IOException {
    Path cifar10 = Files.createDirectory(data.resolve("cifar10"));

    assertThat(root.find(reference(null))).contains(cifar10);
  }

  @Test
  void findsADataSetByItsDirectory() throws IOException {
    Path small = Files.createDirectories(data.resolve("small/cifar"));

    assertThat(root.find(reference("small/cifar"))).contains(small);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../outside", "a/../../outside", "/etc", "", "a\0b"})
  void refusesToLeaveTheRoot(String directory) {
    assertThatThrownBy(() -> root.find(reference(directory)))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            e -> assertThat(e.failureClass()).isEqualTo(FailureClass.INVALID))
        .hasMessageContaining("dataset.directory is a relative path");
  }

  @Test
  void refusesALinkThatLeadsOutOfTheRoot() throws IOException {
    Files.createSymbolicLink(data.resolve("link"), folder.resolve("outside"));

    assertThatThrownBy(() -> root.find(reference("link")))
        .hasMessageContaining("dataset.directory");
  }

  @Test
  void tellsADirectoryThatCannotBeReachedFromOneThatIsNotThere() throws IOException {
    Files.createSymbolicLink(data.resolve("loop"), Path.of("loop"));
    Files.createFile(data.resolve("file"));

    for (String directory : List.of("loop", "file/within")) {
      assertThatThrownBy(() -> root.find(reference(directory)))
          .isInstanceOfSatisfying(
              TaskFailedException.class,
              e -> assertThat(e.failureClass()).isEqualTo(FailureClass.INVALID))
          .hasMessageContaining("'" + directory + "'")
          .hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void saysWhereAMissingDataSetIsExpected() {
    assertThatThrownBy(() -> root.download(reference(null)))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("cifar10")
        .hasMessageContaining(data.toString())
        .hasMessageContaining("or set tamnas.data.downloads.cifar10 with url and sha256");
    assertThat(root.find(reference(null))).isEmpty();
  }

  @Test
  void tellsWhatStandsInForAMissingDataSet() {
    Download download = download("https://host/cifar.tar.gz", DIGEST, 17L);
    DataRoot withDownload = DataRoot.of(new DataProperties(data, null, Map.of("small", download)));

    assertThat(withDownload.download(reference("small")).all())
        .containsExactly(new Download.File(URI.create("https://host/cifar.tar.gz"), DIGEST, 17L));
  }

  @Test
  void listsOnlyWhatIsNotThere() throws IOException {
    Download download = download("https://host/cifar.tar.gz", DIGEST, 17L);
    Files.createDirectory(data.resolve("here"));
    DataRoot some =
        DataRoot.of(new DataProperties(data, null, Map.of("small", download, "here", download)));

    assertThat(some.missing()).containsOnlyKeys("small");
  }

  @Test
  void cannotStartWithADownloadThatIsIncomplete() {
    cannotStart(download("ftp://host/a", DIGEST, null), ".small.url must be an address");
    cannotStart(new Download(null, DIGEST, null, List.of()), ".small.url must be an address");
    cannotStart(download("http://host/a", "abc", null), ".small.sha256 must be the SHA-256");
    cannotStart(download("http://host/a", DIGEST, 0L), ".small.size must be");
    cannotStart(
        new Download(URI.create("http://host/a"), DIGEST, null, List.of(FILE)),
        "either url and sha256 or files");
    cannotStart(
        new Download(null, null, null, List.of(FILE, new Download.File(null, DIGEST, null))),
        ".small.files[1].url must be an address");
  }

  @Test
  void readsDownloadsFromSettings() {
    var settings =
        new MapConfigurationPropertySource(
            Map.of(
                "tamnas.data.root", "data",
                "tamnas.data.cache", "cache",
                "tamnas.data.downloads.fashion-mnist.files[0].url", "http://host/a.gz",
                "tamnas.data.downloads.fashion-mnist.files[0].sha256", DIGEST,
                "tamnas.data.downloads.cifar10.url", "http://host/b.gz",
                "tamnas.data.downloads.cifar10.sha256", DIGEST,
                "tamnas.data.downloads.cifar10.size", "12"));

    DataProperties read = new Binder(settings).bind("tamnas.data", DataProperties.class).get();

    assertThat(read.cache()).isEqualTo(Path.of("cache"));
    assertThat(read.downloads().get("fashion-mnist"))
        .isEqualTo(
            new Download(
                null,
                null,
                null,
                List.of(new Download.File(URI.create("http://host/a.gz"), DIGEST, null))));
    assertThat(read.downloads().get("cifar10"))
        .isEqualTo(download("http://host/b.gz", DIGEST, 12L));
  }

  @Test
  void needsNoDownloads() {
    DataProperties read =
        new Binder(new MapConfigurationPropertySource(Map.of("tamnas.data.root", "data")))
            .bind("tamnas.data", DataProperties.class)
            .get();
    assertThat(read).isEqualTo(new DataProperties(Path.of("data"), null, Map.of()));
  }

  private void cannotStart(Download download, String problem) {
    assertThatThrownBy(() -> new DataProperties(data, null, Map.of("small", download)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining(problem);
  }

  private static Download download(String url, String sha256, @Nullable Long size) {
    return new Download(URI.create(url), sha256, size, List.of());
  }

  private static DataRoot of(@Nullable Path root) {
    return DataRoot.of(new DataProperties(root, null, Map.of()));
  }

  @Test
  void cannotStartWithoutARoot() {
    assertThatThrownBy(() -> of(null))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("TAMNAS_DATA_ROOT");
    assertThatThrownBy(() -> of(data.resolve("nowhere")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("nowhere");
  }

  private static DatasetReference reference(@Nullable String directory) {
    return new DatasetReference("cifar10", directory, 16, 1, null);
  }
}
