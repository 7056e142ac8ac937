package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tamnas.nets.cache.CacheFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Writes a packed file; the digests are taken on the way. Used by one thread. */
final class PackedFileWriter implements AutoCloseable {
  private static final int INDEX_BUFFER = PackedFile.INDEX_ENTRY * 4096;

  private final PackedFile.Layout layout;
  private final FileChannel channel;
  private final ByteBuffer index = ByteBuffer.allocate(INDEX_BUFFER);
  private final MessageDigest indexDigest = DatasetDigest.sha256();
  private final MessageDigest recordsDigest = DatasetDigest.sha256();
  private long written;
  private long indexPlace;

  private PackedFileWriter(PackedFile.Layout layout, FileChannel channel) {
    this.layout = layout;
    this.channel = channel;
    this.indexPlace = layout.indexStart();
  }

  /** Begins the file, which may not be used before it is finished. */
  static PackedFileWriter create(Path path, PackedFile.Layout layout) throws IOException {
    long free = Files.getFileStore(path.toAbsolutePath().getParent()).getUsableSpace();
    if (free < layout.fileBytes()) {
      throw new CacheFailedException(
          "%d decoded images take %d bytes, but the disk of the cache (%s) has %d left; make room there or put tamnas.data.cache elsewhere"
              .formatted(layout.images(), layout.fileBytes(), path.getParent(), free));
    }
    return new PackedFileWriter(
        layout,
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  void add(int label, byte[] pixels) throws IOException {
    if (pixels.length != layout.imageBytes() || label < 0 || label >= layout.classes()) {
      throw new IllegalArgumentException(
          "%d bytes of class %d do not fit %s".formatted(pixels.length, label, layout));
    }
    recordsDigest.update((byte) (label >> 8));
    recordsDigest.update((byte) label);
    recordsDigest.update(pixels);
    CRC32C checksum = new CRC32C();
    checksum.update(pixels);
    index.putShort((short) label).putInt((int) checksum.getValue());
    writeAll(ByteBuffer.wrap(pixels), PackedFile.HEADER + written * (long) layout.imageBytes());
    written++;
    if (!index.hasRemaining()) {
      writeIndex();
    }
  }

  private void writeIndex() throws IOException {
    index.flip();
    indexDigest.update(index.duplicate());
    int bytes = index.remaining();
    writeAll(index, indexPlace);
    indexPlace += bytes;
    index.clear();
  }

  /** Writes index and header, and waits until all of it is on the disk. */
  void finish() throws IOException {
    if (written != layout.images()) {
      throw new InvalidDatasetException(
          "%d images were found and %d read; wait until the directory is complete"
              .formatted(layout.images(), written));
    }
    writeIndex();
    String header = layout.header(hex(recordsDigest), hex(indexDigest));
    writeAll(ByteBuffer.wrap(header.getBytes(US_ASCII)), 0);
    channel.force(true);
  }

  private void writeAll(ByteBuffer bytes, long place) throws IOException {
    long from = place;
    while (bytes.hasRemaining()) {
      from += channel.write(bytes, from);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
