package io.tamnas.nets.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/** Two matrices of a MATLAB 5 file; whatever else it holds is passed over unread. */
final class MatlabVariables implements AutoCloseable {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};

  /** Before the variables: a description, a version and the byte order. */
  private static final int HEADER = 128;

  /** More than any file of that many values has, packed or not. */
  private static final int SLACK = 1 << 20;

  private final DatasetFile file;
  private final Mat5File content;

  private MatlabVariables(DatasetFile file, Mat5File content) {
    this.file = file;
    this.content = content;
  }

  /**
   * Reads the two variables of those names.
   *
   * @param mostBytes that any variable may have; nothing larger is allocated
   */
  static MatlabVariables read(DatasetFile file, String one, String other, long mostBytes) {
    requireVersion5(file, file.beginning(HEADER, 2 * mostBytes + SLACK));
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
        Source source = Sources.wrapInputStream(stream)) {
      Mat5Reader reader =
          Mat5.newReader(source)
              .disableSubsystemProcessing()
              .setBufferAllocator(new Bounded(mostBytes))
              .setEntryFilter(
                  header -> header.getName().equals(one) || header.getName().equals(other));
      return new MatlabVariables(file, reader.readMat());
    } catch (IOException | RuntimeException damaged) {
      throw file.wrong("its MATLAB data is truncated or damaged (" + innermost(damaged) + ")");
    }
  }

  private static void requireVersion5(DatasetFile file, byte[] header) {
    if (Arrays.mismatch(header, HDF5) == HDF5.length || startsWith(header, "MATLAB 7.3")) {
      throw file.wrong("it is a MATLAB 7.3 file; MATLAB 5 is read: save it with -v7");
    }
    if (header.length < HEADER || !startsWith(header, "MATLAB 5.0")) {
      throw file.wrong("it does not begin with 'MATLAB 5.0'; it is no MATLAB 5 file");
    }
  }

  private static boolean startsWith(byte[] header, String text) {
    for (int index = 0; index < text.length(); index++) {
      if (index >= header.length || header[index] != text.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private static String innermost(Throwable damaged) {
    Throwable cause = damaged;
    for (Throwable next = damaged; next != null; next = next.getCause()) {
      cause = next;
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The matrix of that name. */
  Matrix matrix(String name) {
    for (MatFile.Entry entry : content.getEntries()) {
      if (entry.getName().equals(name) && entry.getValue() instanceof Matrix matrix) {
        return matrix;
      }
    }
    throw file.wrong("it holds no matrix " + name);
  }

  static String text(int[] dimensions) {
    return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining("x"));
  }

  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException unexpected) {
      throw file.wrong("it cannot be closed: " + unexpected.getMessage());
    }
  }

  /** Refuses what a lying length asks for. */
  private record Bounded(long most) implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int numBytes) {
      if (numBytes < 0 || numBytes > most) {
        throw new IllegalArgumentException(
            "a variable of %d bytes; at most %d are accepted"
                .formatted(Integer.toUnsignedLong(numBytes), most));
      }
      return ByteBuffer.allocate(numBytes);
    }

    @Override
    public void release(ByteBuffer buffer) {
      // the collector's business
    }
  }
}
