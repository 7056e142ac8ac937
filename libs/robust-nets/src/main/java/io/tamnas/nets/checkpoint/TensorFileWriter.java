package io.tamnas.nets.checkpoint;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a {@link TensorFile}: the same content gives the same bytes. The file appears whole or not
 * at all.
 */
public final class TensorFileWriter {
  private final Header header;
  private final List<NamedTensor> tensors;

  public TensorFileWriter(Header header, List<NamedTensor> tensors) {
    this.header = header;
    this.tensors = List.copyOf(tensors);
  }

  /**
   * Writes the file and replaces one of that name.
   *
   * @param values of a tensor, in row-major order
   * @return SHA-256 of the file, in lower-case hexadecimal
   */
  public String write(Path file, Function<NamedTensor, float[]> values) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      String digest = writeContent(unfinished, values);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return digest;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String writeContent(Path file, Function<NamedTensor, float[]> values) throws IOException {
    MessageDigest whole = TensorFile.sha256();
    MessageDigest content = TensorFile.sha256();
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        DigestOutputStream outer = new DigestOutputStream(stream, whole);
        DigestOutputStream inner = new DigestOutputStream(outer, content)) {
      DataOutputStream output = new DataOutputStream(inner);
      writeHeader(output);
      for (NamedTensor tensor : tensors) {
        writeTensor(output, tensor, values.apply(tensor));
      }
      output.flush();
      outer.write(content.digest());
    }
    return HexFormat.of().formatHex(whole.digest());
  }

  private void writeHeader(DataOutputStream output) throws IOException {
    output.write(TensorFile.MAGIC);
    byte[] text = header.text().getBytes(StandardCharsets.UTF_8);
    output.writeInt(text.length);
    output.write(text);
    output.writeInt(tensors.size());
  }

  private static void writeTensor(DataOutputStream output, NamedTensor tensor, float[] values)
      throws IOException {
    if (values.length != tensor.size()) {
      throw new IllegalArgumentException(
          tensor + " has " + tensor.size() + " values, not " + values.length);
    }
    byte[] name = tensor.name().getBytes(StandardCharsets.UTF_8);
    output.writeShort(name.length);
    output.write(name);
    output.writeByte(tensor.shape().size());
    for (long length : tensor.shape()) {
      output.writeLong(length);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    output.write(bytes.array());
  }
}
