package io.tamnas.nets.checkpoint;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A file of named tensors that was read whole and found undamaged. Layout, integers big-endian:
 *
 * <ol>
 *   <li>8 bytes {@code TAMNAS}, 0, 1
 *   <li>length (4) and UTF-8 text of the header, a line per entry
 *   <li>number of tensors (4); of each: length (2) and UTF-8 of its name, number of axes (1), their
 *       lengths (8 each), its values in row-major order as little-endian float32
 *   <li>SHA-256 of all that (32 bytes)
 * </ol>
 */
public final class TensorFile {
  static final byte[] MAGIC = {'T', 'A', 'M', 'N', 'A', 'S', 0, 1};
  private static final int DIGEST_BYTES = 32;

  private final Path file;
  private final Header header;
  private final Map<String, float[]> values;

  private TensorFile(Path file, Header header, Map<String, float[]> values) {
    this.file = file;
    this.header = header;
    this.values = values;
  }

  /**
   * Reads a file that shall have exactly these tensors.
   *
   * @throws InvalidCheckpointException saying what is wrong
   */
  public static TensorFile read(Path file, List<NamedTensor> expected) {
    ByteBuffer content = undamaged(file, expected);
    Header header = header(file, content);
    return new TensorFile(file, header, new TensorReader(file, content).read(expected));
  }

  private static ByteBuffer undamaged(Path file, List<NamedTensor> expected) {
    byte[] bytes = bytes(file, expected);
    int end = bytes.length - DIGEST_BYTES;
    if (end < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new InvalidCheckpointException(file, "is no file of tensors of version 1");
    }
    MessageDigest digest = sha256();
    digest.update(bytes, 0, end);
    if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw new InvalidCheckpointException(
          file, "is damaged or cut off: its content does not match the digest at its end");
    }
    return ByteBuffer.wrap(bytes, MAGIC.length, end - MAGIC.length).order(ByteOrder.BIG_ENDIAN);
  }

  private static byte[] bytes(Path file, List<NamedTensor> expected) {
    try {
      long size = Files.size(file);
      long most = TensorReader.greatestSize(expected);
      if (size > most) {
        throw new InvalidCheckpointException(
            file, "has " + size + " bytes, more than the " + most + " that its tensors can take");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InvalidCheckpointException(file, "cannot be read: " + e);
    }
  }

  private static Header header(Path file, ByteBuffer content) {
    try {
      byte[] text = new byte[Math.clamp(content.getInt(), 0, content.remaining())];
      content.get(text);
      return Header.parse(new String(text, StandardCharsets.UTF_8));
    } catch (BufferUnderflowException e) {
      throw new InvalidCheckpointException(file, "ends before its header");
    } catch (IllegalArgumentException e) {
      throw new InvalidCheckpointException(file, String.valueOf(e.getMessage()));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Checks what the file belongs to.
   *
   * @throws InvalidCheckpointException naming the first entry that differs, and both values
   */
  public void require(Map<String, String> wanted) {
    wanted.forEach(
        (name, value) -> {
          if (!header.value(name).equals(value)) {
            throw new InvalidCheckpointException(
                file,
                "is for " + name + " '" + header.value(name) + "', but '" + value + "' is wanted");
          }
        });
  }

  public Header header() {
    return header;
  }

  /** The values of a tensor, in row-major order. */
  public float[] values(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
