package io.tamnas.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.space.InputShape;
import io.tamnas.worker.dataset.DataProperties;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.dataset.Download;
import io.tamnas.worker.dataset.Fetching;
import io.tamnas.worker.task.TaskFailedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedDatasetsTest {
  private static final DatasetReference PETS =
      new DatasetReference("folder", "pets", 1, 1, null, new DatasetReference.Folder(16, 3, 2));

  @TempDir Path directory;
  private Path data = Path.of("");
  private byte[] archive = {};
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();

  NamedDatasetsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    archive = pictures();
    server.createContext(
        "/pets.zip",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void bringsAMissingDataSetOnce() throws Exception {
    NamedDatasets datasets = datasets("pets.zip", sha256(archive));

    Dataset pets = datasets.open(PETS, () -> {});

    assertThat(pets.shape()).isEqualTo(new InputShape(3, 16, 16));
    assertThat(pets.classes()).isEqualTo(2);
    assertThat(pets.training().size()).isEqualTo(3);
    assertThat(datasets.open(PETS, () -> {}).digest()).isEqualTo(pets.digest());
    assertThat(requests).hasValue(1);
  }

  @Test
  void fetchesNothingWhereTheDirectoryIsThere() throws Exception {
    Files.createDirectories(data.resolve("pets"));
    NamedDatasets datasets = datasets("pets.zip", sha256(archive));

    refuses(datasets, FailureClass.INVALID, "holds no directory train");
    assertThat(requests).hasValue(0);
  }

  @Test
  void findsWhatWasFetchedBefore() throws Exception {
    datasets("pets.zip", sha256(archive)).fetchAll();
    assertThat(requests).hasValue(1);

    assertThat(datasets("pets.zip", sha256(archive)).open(PETS, () -> {}).classes()).isEqualTo(2);
    assertThat(requests).hasValue(1);
  }

  @Test
  void endsAStepOfFetchingWithItsStatus() throws Exception {
    String address = "http://127.0.0.1:%d/pets.zip".formatted(server.getAddress().getPort());

    assertThat(fetching(address, sha256(archive))).isZero();
    assertThat(fetching(address, "0".repeat(64))).isEqualTo(1);
    assertThat(fetching(address, "not a digest")).isEqualTo(1);
  }

  private int fetching(String address, String sha256) {
    return Fetching.run(
        root -> new NamedDatasets(root).fetchAll(),
        "--tamnas.data.root=" + data,
        "--tamnas.data.cache=" + directory.resolve("cache"),
        "--tamnas.data.downloads.pets.url=" + address,
        "--tamnas.data.downloads.pets.sha256=" + sha256);
  }

  @Test
  void refusesAWrongFile() {
    refuses(datasets("pets.zip", "0".repeat(64)), FailureClass.INVALID, "expected SHA-256 0000");
  }

  @Test
  void refusesAnAddressThatIsNotThere() {
    refuses(datasets("cats.zip", "0".repeat(64)), FailureClass.INVALID, "was answered with 404");
  }

  @Test
  void blamesTheMachineWhereItsCacheCannotBeWritten() throws Exception {
    Files.writeString(directory.resolve("cache"), "a file where a directory should be");

    refuses(
        datasets("pets.zip", sha256(archive)),
        FailureClass.INFRASTRUCTURE,
        "where its disk is full, make room there");
  }

  @Test
  void saysHowToBringAMissingDataSet() {
    NamedDatasets none =
        new NamedDatasets(DataRoot.of(new DataProperties(data, directory, Map.of())));
    refuses(none, FailureClass.INVALID, "or set tamnas.data.downloads.pets with url and sha256");
  }

  @Test
  void refusesAFolderThatIsNotDescribed() {
    NamedDatasets datasets = datasets("pets.zip", "0".repeat(64));
    assertThatThrownBy(
            () -> datasets.open(new DatasetReference("folder", "pets", 1, 1, null), () -> {}))
        .hasMessageContaining("needs dataset.folder with imageSize, channels and classes");
  }

  private static void refuses(NamedDatasets datasets, FailureClass expected, String problem) {
    assertThatThrownBy(() -> datasets.open(PETS, () -> {}))
        .isInstanceOfSatisfying(
            TaskFailedException.class,
            failed -> assertThat(failed.failureClass()).isEqualTo(expected))
        .hasMessageContaining("data set 'folder'")
        .hasMessageContaining(problem);
  }

  private NamedDatasets datasets(String file, String sha256) {
    URI address =
        URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), file));
    Download download = new Download(address, sha256, null, List.of());
    return new NamedDatasets(
        DataRoot.of(
            new DataProperties(data, directory.resolve("cache"), Map.of("pets", download))));
  }

  private static byte[] pictures() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (String name :
          List.of(
              "train/cat/1",
              "train/cat/2",
              "train/dog/1",
              "train/dog/2",
              "test/cat/3",
              "test/dog/3")) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        zip.putNextEntry(new ZipEntry("pets/" + name + ".png"));
        zip.write(png.toByteArray());
      }
    }
    return archive.toByteArray();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
