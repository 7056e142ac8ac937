package io.tamnas.nets.checkpoint;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tensors of a file whose digest was found right, and trusts nothing else of it. */
final class TensorReader {
  private static final int MOST_HEADER_BYTES = 1 << 20;
  private static final int OVERHEAD_PER_TENSOR = 3 + 8 * Byte.MAX_VALUE;

  private final Path file;
  private final ByteBuffer content;

  TensorReader(Path file, ByteBuffer content) {
    this.file = file;
    this.content = content;
  }

  /** How long a file of those tensors can be. */
  static long greatestSize(List<NamedTensor> expected) {
    return MOST_HEADER_BYTES
        + expected.stream()
            .mapToLong(
                tensor ->
                    OVERHEAD_PER_TENSOR
                        + 4L * tensor.name().length()
                        + (long) Float.BYTES * tensor.size())
            .sum();
  }

  Map<String, float[]> read(List<NamedTensor> expected) {
    try {
      return tensors(expected);
    } catch (BufferUnderflowException e) {
      throw new InvalidCheckpointException(file, "ends within a tensor");
    }
  }

  private Map<String, float[]> tensors(List<NamedTensor> expected) {
    int count = content.getInt();
    if (count != expected.size()) {
      throw new InvalidCheckpointException(
          file, "has " + count + " tensors, but " + expected.size() + " are wanted");
    }
    Map<String, float[]> values = new LinkedHashMap<>();
    for (NamedTensor wanted : expected) {
      require(wanted);
      values.put(wanted.name(), floats(wanted.size()));
    }
    if (content.hasRemaining()) {
      throw new InvalidCheckpointException(
          file, "has " + content.remaining() + " bytes behind its last tensor");
    }
    return values;
  }

  private void require(NamedTensor wanted) {
    NamedTensor found = declaration();
    if (!found.equals(wanted)) {
      throw new InvalidCheckpointException(
          file,
          "has tensor %s %s where %s %s is wanted"
              .formatted(found.name(), found.shape(), wanted.name(), wanted.shape()));
    }
  }

  private NamedTensor declaration() {
    byte[] name = new byte[Short.toUnsignedInt(content.getShort())];
    content.get(name);
    int axes = Byte.toUnsignedInt(content.get());
    List<Long> shape = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      shape.add(content.getLong());
    }
    return new NamedTensor(new String(name, StandardCharsets.UTF_8), shape);
  }

  private float[] floats(int count) {
    if (content.remaining() < (long) Float.BYTES * count) {
      throw new BufferUnderflowException();
    }
    float[] values = new float[count];
    ByteBuffer bytes = content.slice().order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().get(values);
    content.position(content.position() + Float.BYTES * count);
    return values;
  }
}
