package io.tamnas.nets.dataset;

import java.util.Objects;

/**
 * The records of one file of CIFAR's binary version: the labels, then 1,024 bytes each of red,
 * green and blue. Their number comes from the file's size.
 */
final class CifarBatch implements Images {
  /** Twice the largest official file's; what is more is no batch of CIFAR. */
  private static final long MOST_RECORDS = 100_000;

  private final CifarVersion version;
  private final byte[] records;

  private CifarBatch(CifarVersion version, byte[] records) {
    this.version = version;
    this.records = records;
  }

  static CifarBatch read(DatasetFile file, CifarVersion version) {
    byte[] records = file.bytes(MOST_RECORDS * version.recordBytes());
    CifarBatch batch = new CifarBatch(version, records);
    batch.requireWholeRecords(file);
    batch.requireLabels(file);
    return batch;
  }

  private void requireWholeRecords(DatasetFile file) {
    int bytes = records.length;
    int left = bytes % version.recordBytes();
    if (bytes == 0) {
      throw new InvalidDatasetException(
          "%s is empty; each record has %d bytes".formatted(file.path(), version.recordBytes()));
    }
    if (left != 0) {
      throw new InvalidDatasetException(
          "%s has %d bytes: %d records of %d bytes and %d bytes more, from byte %d; it is truncated or no binary version of %s"
              .formatted(
                  file.path(),
                  bytes,
                  size(),
                  version.recordBytes(),
                  left,
                  bytes - left,
                  version.title()));
    }
  }

  private void requireLabels(DatasetFile file) {
    for (int index = 0; index < size(); index++) {
      for (int labelByte = 0; labelByte < version.labelBytes(); labelByte++) {
        requireLabel(file, index, labelByte);
      }
    }
  }

  private void requireLabel(DatasetFile file, int index, int labelByte) {
    int place = index * version.recordBytes() + labelByte;
    int label = Byte.toUnsignedInt(records[place]);
    if (label >= version.values(labelByte)) {
      throw new InvalidDatasetException(
          "%s: record %d (byte %d) has %s %d; %ss are 0 to %d"
              .formatted(
                  file.path(),
                  index,
                  place,
                  version.label(labelByte),
                  label,
                  version.label(labelByte),
                  version.values(labelByte) - 1));
    }
  }

  @Override
  public int size() {
    return records.length / version.recordBytes();
  }

  @Override
  public int label(int index) {
    return Byte.toUnsignedInt(records[pixels(index) - 1]);
  }

  @Override
  public void copyPixels(int index, byte[] target, int offset) {
    System.arraycopy(records, pixels(index), target, offset, CifarVersion.IMAGE_BYTES);
  }

  private int pixels(int index) {
    return Objects.checkIndex(index, size()) * version.recordBytes() + version.labelBytes();
  }
}
