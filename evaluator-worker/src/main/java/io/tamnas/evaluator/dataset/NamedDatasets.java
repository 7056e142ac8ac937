package io.tamnas.evaluator.dataset;

import io.tamnas.nets.cache.CacheFailedException;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.dataset.DatasetNames;
import io.tamnas.nets.dataset.DatasetSource;
import io.tamnas.nets.dataset.Datasets;
import io.tamnas.nets.dataset.Division;
import io.tamnas.nets.dataset.InvalidDatasetException;
import io.tamnas.nets.dataset.download.DownloadFailedException;
import io.tamnas.nets.dataset.download.DownloadedDatasets;
import io.tamnas.nets.dataset.download.Patience;
import io.tamnas.nets.dataset.download.RemoteFile;
import io.tamnas.nets.image.PixelFormat.Colours;
import io.tamnas.protocol.dataset.DatasetReference;
import io.tamnas.protocol.task.FailureClass;
import io.tamnas.worker.dataset.DataRoot;
import io.tamnas.worker.dataset.Download;
import io.tamnas.worker.task.TaskFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens the data sets that tasks name, under the data root of this machine. */
@Component
public class NamedDatasets {
  /** Of a file whose size is not configured. */
  private static final long MOST_DOWNLOAD = 16L << 30;

  private final DataRoot root;

  public NamedDatasets(DataRoot root) {
    this.root = root;
  }

  /**
   * All images of the data set, divided; downloaded first, where that is configured.
   *
   * @param goOn called now and then; what it throws ends the opening
   * @throws TaskFailedException as INVALID where it is unknown, missing or malformed, as
   *     INFRASTRUCTURE where a server does not give its files, or the cache's disk is full
   */
  public Dataset open(DatasetReference reference, Runnable goOn) {
    try {
      Division division = new Division(reference.validationImages(), reference.splitSeed());
      return Datasets.open(source(reference, goOn), division, goOn);
    } catch (InvalidDatasetException invalid) {
      throw failed(FailureClass.INVALID, reference, invalid);
    } catch (DownloadFailedException | CacheFailedException passing) {
      throw failed(FailureClass.INFRASTRUCTURE, reference, passing);
    }
  }

  private static TaskFailedException failed(
      FailureClass failureClass, DatasetReference reference, RuntimeException cause) {
    return new TaskFailedException(
        failureClass, "data set '" + reference.name() + "': " + cause.getMessage(), cause);
  }

  private DatasetSource source(DatasetReference reference, Runnable goOn) {
    return DatasetNames.source(
        reference.name(),
        () -> directory(reference, goOn),
        () -> shapes(reference),
        () -> folder(reference, goOn));
  }

  private Path directory(DatasetReference reference, Runnable goOn) {
    return root.find(reference).orElseGet(() -> downloaded(reference, goOn));
  }

  private Path downloaded(DatasetReference reference, Runnable goOn) {
    String name = Objects.requireNonNullElse(reference.directory(), reference.name());
    return downloaded(name, root.download(reference), goOn);
  }

  private Path downloaded(String name, Download download, Runnable goOn) {
    List<RemoteFile> files = download.all().stream().map(NamedDatasets::remote).toList();
    return new DownloadedDatasets(root.cache(), Patience.USUAL).directory(name, files, goOn);
  }

  /**
   * Brings all that may be downloaded and has no directory of its own under the data root, so that
   * no task waits for it.
   *
   * @throws InvalidDatasetException where a file is another one, or unsafe
   * @throws DownloadFailedException where a server does not give its file
   */
  public void fetchAll() {
    root.missing().forEach((name, download) -> downloaded(name, download, () -> {}));
  }

  private static RemoteFile remote(Download.File file) {
    Long size = file.size();
    return new RemoteFile(
        Objects.requireNonNull(file.url()),
        Objects.requireNonNull(file.sha256()),
        size == null
            ? new RemoteFile.Size.AtMost(MOST_DOWNLOAD)
            : new RemoteFile.Size.Exactly(size));
  }

  private DatasetSource.Folder folder(DatasetReference reference, Runnable goOn) {
    DatasetReference.Folder folder = reference.folder();
    if (folder == null) {
      throw TaskFailedException.invalid(
          "data set 'folder' needs dataset.folder with imageSize, channels and classes");
    }
    return new DatasetSource.Folder(
        directory(reference, goOn),
        root.cache(),
        folder.imageSize(),
        folder.channels() == 1 ? Colours.GREY : Colours.RGB,
        folder.classes());
  }

  private static DatasetSource.Shapes shapes(DatasetReference reference) {
    DatasetReference.Shapes drawn = reference.shapes();
    if (drawn == null) {
      throw TaskFailedException.invalid(
          "data set 'shapes' is drawn: dataset.shapes with imageSize, trainingImages, testImages"
              + " and seed is missing");
    }
    return new DatasetSource.Shapes(
        drawn.imageSize(), drawn.trainingImages(), drawn.testImages(), drawn.seed());
  }
}
