package io.tamnas.nets.dataset;

import io.tamnas.nets.cache.CacheFailedException;
import io.tamnas.nets.cache.CacheLock;
import io.tamnas.nets.image.PixelFormat;
import io.tamnas.space.InputShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Reads a directory of images, one directory per class. They are decoded once, into a file of the
 * cache; from then on that file is read, for as long as the directory is as it was.
 */
final class FolderFiles {
  private static final long TEST_ORDER = 0;

  private final DatasetSource.Folder source;
  private final PixelFormat format;
  private final Runnable goOn;

  private FolderFiles(DatasetSource.Folder source, Runnable goOn) {
    this.source = source;
    this.format = new PixelFormat(source.imageSize(), source.colours());
    this.goOn = goOn;
  }

  static SourceImages read(DatasetSource.Folder source, Runnable goOn) {
    return new FolderFiles(source, goOn).read();
  }

  private SourceImages read() {
    FolderLayout layout = FolderLayout.of(source.directory(), source.classes());
    FolderState state = FolderState.of(layout, format, goOn);
    PackedFile packed = packed(layout, state);
    int side = format.side();
    return new SourceImages(
        "folder",
        new InputShape(format.colours().channels(), side, side),
        source.classes(),
        packed.training(),
        mixed(packed.test()),
        packed.records());
  }

  /** Not class by class, so that any prefix is a fair sample. */
  private static Images mixed(Images images) {
    return new SelectedImages(images, Division.shuffled(images.size(), TEST_ORDER));
  }

  private PackedFile packed(FolderLayout layout, FolderState state) {
    Path file = source.cache().resolve("folder-" + state.key() + ".packed");
    try (CacheLock _ = CacheLock.take(source.cache().resolve(state.key() + ".lock"), goOn)) {
      PackedFile.Layout expected = expected(state);
      Optional<PackedFile> known = PackedFile.open(file, expected);
      return known.isPresent() ? known.get() : pack(layout, state, file, expected);
    } catch (IOException unwritable) {
      throw new CacheFailedException(source.cache(), unwritable);
    }
  }

  private PackedFile.Layout expected(FolderState state) {
    return new PackedFile.Layout(
        state.key(),
        source.classes(),
        format.imageBytes(),
        state.trainingImages(),
        state.testImages());
  }

  private PackedFile pack(
      FolderLayout layout, FolderState state, Path file, PackedFile.Layout expected)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (PackedFileWriter writer = PackedFileWriter.create(unfinished, expected)) {
      new FolderPacking(layout, format, writer, goOn).write();
      requireUnchanged(layout, state);
      writer.finish();
    } catch (IOException | RuntimeException | Error failed) {
      Files.deleteIfExists(unfinished);
      throw failed;
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return PackedFile.open(file, expected)
        .orElseThrow(() -> new IOException(file + " is not what was written to it"));
  }

  private void requireUnchanged(FolderLayout layout, FolderState before) {
    if (!FolderState.of(layout, format, goOn).equals(before)) {
      throw new InvalidDatasetException(
          source.directory() + " changed while it was read; wait until it is complete");
    }
  }
}
