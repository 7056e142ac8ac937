package io.tamnas.nets.dataset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Decoded images in a file of the cache, which this software wrote: a header of text, the pixels of
 * one image after another, then an index of label and checksum (CRC-32C) per image. Only what is
 * looked at is ever read; none of it lies in the heap. The index is checked when the file is
 * opened, each image against its checksum when it is copied.
 */
final class PackedFile {
  static final int HEADER = 1024;

  /** Two bytes label, four bytes checksum, both big-endian. */
  static final int INDEX_ENTRY = Short.BYTES + Integer.BYTES;

  static final int DIGITS = 64;

  private static final ValueLayout.OfShort LABEL =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfInt CHECKSUM =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int PIECE = 1 << 16;

  private final Path path;
  private final Layout layout;
  private final MemorySegment content;
  private final String records;

  /**
   * What a packed file holds.
   *
   * @param key of what it was made from
   */
  record Layout(String key, int classes, int imageBytes, int training, int test) {
    long images() {
      return (long) training + test;
    }

    long indexStart() {
      return HEADER + images() * imageBytes;
    }

    long fileBytes() {
      return indexStart() + images() * INDEX_ENTRY;
    }

    /**
     * The text at the beginning of the file.
     *
     * @param records SHA-256 of every image's label and pixels
     * @param index SHA-256 of the index
     */
    String header(String records, String index) {
      return String.join(
          "\n",
          "tamnas packed images 1",
          "key " + key,
          classes + " classes",
          imageBytes + " bytes an image",
          training + " training images",
          test + " test images",
          "index " + index,
          "records " + records,
          "");
    }
  }

  private PackedFile(Path path, Layout layout, MemorySegment content, String records) {
    this.path = path;
    this.layout = layout;
    this.content = content;
    this.records = records;
  }

  /** The file, where it is there, whole, and holds what is expected. */
  static Optional<PackedFile> open(Path path, Layout layout) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) != layout.fileBytes()) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment content =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, layout.fileBytes(), Arena.ofAuto());
      return checked(path, layout, content);
    }
  }

  private static Optional<PackedFile> checked(Path path, Layout layout, MemorySegment content) {
    String index = indexDigest(layout, content);
    byte[] header = content.asSlice(0, HEADER).toArray(ValueLayout.JAVA_BYTE);
    String text = new String(header, US_ASCII);
    int recordsEnd = layout.header("", index).length() - 1;
    if (recordsEnd + DIGITS > HEADER) {
      return Optional.empty();
    }
    String records = text.substring(recordsEnd, recordsEnd + DIGITS);
    return text.startsWith(layout.header(records, index))
        ? Optional.of(new PackedFile(path, layout, content, records))
        : Optional.empty();
  }

  private static String indexDigest(Layout layout, MemorySegment content) {
    MessageDigest digest = DatasetDigest.sha256();
    byte[] piece = new byte[PIECE];
    for (long place = layout.indexStart(); place < layout.fileBytes(); place += PIECE) {
      int length = (int) Math.min(PIECE, layout.fileBytes() - place);
      MemorySegment.copy(content, ValueLayout.JAVA_BYTE, place, piece, 0, length);
      digest.update(piece, 0, length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  Images training() {
    return new Range(0, layout.training());
  }

  Images test() {
    return new Range(layout.training(), layout.test());
  }

  /** SHA-256 of all records in order: two bytes label, big-endian, then the pixels. */
  RecordsDigest records() {
    return new RecordsDigest.Known(records);
  }

  /** Images that follow one another in the file. */
  private final class Range implements Images {
    private final int first;
    private final int size;

    Range(int first, int size) {
      this.first = first;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public int label(int index) {
      return Short.toUnsignedInt(content.get(LABEL, entry(index)));
    }

    @Override
    public void copyPixels(int index, byte[] target, int offset) {
      int bytes = layout.imageBytes();
      int expected = content.get(CHECKSUM, entry(index) + Short.BYTES);
      long place = HEADER + (long) (first + index) * bytes;
      MemorySegment.copy(content, ValueLayout.JAVA_BYTE, place, target, offset, bytes);
      CRC32C checksum = new CRC32C();
      checksum.update(target, offset, bytes);
      if ((int) checksum.getValue() != expected) {
        throw new InvalidDatasetException(
            "%s is damaged: the checksum of image %d (byte %d) is wrong; delete the file, it is made anew"
                .formatted(path, first + index, place));
      }
    }

    private long entry(int index) {
      return layout.indexStart()
          + (first + (long) java.util.Objects.checkIndex(index, size)) * INDEX_ENTRY;
    }
  }
}
