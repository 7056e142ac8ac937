package io.tamnas.nets.dataset;

import java.util.Objects;

/**
 * The records of one file of CIFAR-10's binary version: one byte label, then 1,024 bytes each of
 * red, green and blue. Their number comes from the file's size.
 */
final class Cifar10Batch implements Images {
  static final int IMAGE_BYTES = 3 * 32 * 32;
  static final int RECORD_BYTES = 1 + IMAGE_BYTES;
  static final int CLASSES = 10;

  /** Ten times an official file's; what is more is no batch of CIFAR-10. */
  private static final long MOST_RECORDS = 100_000;

  private final byte[] records;

  private Cifar10Batch(byte[] records) {
    this.records = records;
  }

  static Cifar10Batch read(DatasetFile file) {
    byte[] records = file.bytes(MOST_RECORDS * RECORD_BYTES);
    requireWholeRecords(file, records.length);
    Cifar10Batch batch = new Cifar10Batch(records);
    batch.requireLabels(file);
    return batch;
  }

  private static void requireWholeRecords(DatasetFile file, int bytes) {
    int left = bytes % RECORD_BYTES;
    if (bytes == 0) {
      throw new InvalidDatasetException(
          "%s is empty; each record has %d bytes".formatted(file.path(), RECORD_BYTES));
    }
    if (left != 0) {
      throw new InvalidDatasetException(
          "%s has %d bytes: %d records of %d bytes and %d bytes more, from byte %d; it is truncated or no binary version of CIFAR-10"
              .formatted(
                  file.path(), bytes, bytes / RECORD_BYTES, RECORD_BYTES, left, bytes - left));
    }
  }

  private void requireLabels(DatasetFile file) {
    for (int index = 0; index < size(); index++) {
      if (label(index) >= CLASSES) {
        throw new InvalidDatasetException(
            "%s: record %d (byte %d) has label %d; labels are 0 to %d"
                .formatted(file.path(), index, index * RECORD_BYTES, label(index), CLASSES - 1));
      }
    }
  }

  @Override
  public int size() {
    return records.length / RECORD_BYTES;
  }

  @Override
  public int label(int index) {
    return Byte.toUnsignedInt(records[index * RECORD_BYTES]);
  }

  @Override
  public void copyPixels(int index, byte[] target, int offset) {
    int start = Objects.checkIndex(index, size()) * RECORD_BYTES + 1;
    System.arraycopy(records, start, target, offset, IMAGE_BYTES);
  }
}
