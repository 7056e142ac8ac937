package io.tamnas.nets.dataset;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * A file in IDX format, gzipped or plain: a header of big-endian 32-bit numbers (the magic number,
 * the number of items, the extent of every further dimension), then one unsigned byte per value.
 */
final class IdxFile {
  /** Of a file, packed or not; five times what MNIST's largest has. */
  private static final long MOST_BYTES = 1L << 28;

  /** The best that deflate can do; a header that promises more lies. */
  private static final long BEST_COMPRESSION = 1032;

  private final DatasetFile file;
  private final IdxKind kind;

  private IdxFile(DatasetFile file, IdxKind kind) {
    this.file = file;
    this.kind = kind;
  }

  /** The values of all items, one after another. */
  static byte[] read(DatasetFile file, IdxKind kind) {
    return new IdxFile(file, kind).values(file.bytes(MOST_BYTES));
  }

  private byte[] values(byte[] content) {
    if (!GzipContent.isGzip(content)) {
      return plainValues(content);
    }
    try (GzipContent unpacked = new GzipContent(content)) {
      byte[] values = values(unpacked, content.length * BEST_COMPRESSION);
      if (unpacked.bytesAfterEnd() > 0) {
        throw wrong(unpacked.bytesAfterEnd() + " bytes follow the end of its gzip data");
      }
      return values;
    } catch (EOFException truncated) {
      throw wrong("its gzip data is truncated after " + content.length + " bytes");
    } catch (ZipException damaged) {
      throw wrong("its gzip data is damaged (" + damaged.getMessage() + ")");
    } catch (IOException unexpected) {
      throw wrong(String.valueOf(unexpected.getMessage()));
    }
  }

  private byte[] plainValues(byte[] content) {
    try {
      return values(new ByteArrayInputStream(content), content.length);
    } catch (IOException unexpected) {
      throw wrong(String.valueOf(unexpected.getMessage()));
    }
  }

  private byte[] values(InputStream content, long mostBytes) throws IOException {
    int expected = bodyBytes(header(content), mostBytes);
    byte[] values = content.readNBytes(expected);
    if (values.length < expected) {
      throw wrong(
          "its header promises %d bytes of %s, %d are there"
              .formatted(expected, kind.items(), values.length));
    }
    if (content.read() >= 0) {
      throw wrong(
          "more follows the %d bytes of %s that its header promises"
              .formatted(expected, kind.items()));
    }
    return values;
  }

  private ByteBuffer header(InputStream content) throws IOException {
    byte[] header = content.readNBytes(kind.headerBytes());
    requireMagic(header);
    if (header.length < kind.headerBytes()) {
      throw wrong(
          "it ends within its header, after %d of %d bytes"
              .formatted(header.length, kind.headerBytes()));
    }
    return ByteBuffer.wrap(header).position(Integer.BYTES);
  }

  /** Looked at first, even in a short file: a file of the other kind is best called that. */
  private void requireMagic(byte[] header) {
    int magic = header.length < Integer.BYTES ? kind.magic() : ByteBuffer.wrap(header).getInt();
    if (magic != kind.magic()) {
      throw wrong(
          "its magic number is %d; %s have %d".formatted(magic, kind.items(), kind.magic()));
    }
  }

  private int bodyBytes(ByteBuffer header, long mostBytes) {
    long items = Integer.toUnsignedLong(header.getInt());
    for (int dimension = 0; dimension < kind.dimensions(); dimension++) {
      requireExtent(header, dimension);
    }
    if (items == 0) {
      throw wrong("its header says 0 %s; at least one is needed".formatted(kind.items()));
    }
    long most = Math.min(mostBytes, MOST_BYTES) / kind.itemBytes();
    if (items > most) {
      throw wrong(
          "its header says %d %s; a file of its size holds at most %d"
              .formatted(items, kind.items(), most));
    }
    return Math.toIntExact(items * kind.itemBytes());
  }

  private void requireExtent(ByteBuffer header, int dimension) {
    int offset = header.position();
    long extent = Integer.toUnsignedLong(header.getInt());
    if (extent != IdxKind.EXTENT) {
      throw wrong(
          "its header (byte %d) says %d, where MNIST's images have %d %s"
              .formatted(offset, extent, IdxKind.EXTENT, dimension == 0 ? "rows" : "columns"));
    }
  }

  private InvalidDatasetException wrong(String what) {
    return file.wrong(what);
  }
}
