package io.tamnas.nets.export;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A program that loads an ONNX file, classifies single images, and says how long that took and how
 * much memory. It needs ONNX Runtime and this package's classes that stand for it, nothing else.
 *
 * <p>Arguments: file, warm-ups, runs. Output: lines {@value #LOWER}, {@value #MEDIAN} and {@value
 * #UPPER}, each with nanoseconds; a line {@value #PEAK} and bytes where the system tells.
 */
final class LoneProgram {
  /** Begins the line of the time that a quarter of the runs kept within. */
  static final String LOWER = "lower quartile ";

  /** Begins the line of the time that half of the runs kept within. */
  static final String MEDIAN = "median ";

  /** Begins the line of the time that three quarters of the runs kept within. */
  static final String UPPER = "upper quartile ";

  /** Begins the line of the memory. */
  static final String PEAK = "peak bytes ";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String FIELD = "VmHWM:";

  private LoneProgram() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    int warmups = Integer.parseInt(arguments[1]);
    int runs = Integer.parseInt(arguments[2]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (OnnxClassifier classifier = new OnnxClassifier(file)) {
      Latency latency = Latency.of(times(classifier, warmups, runs));
      out.println(LOWER + latency.lowerQuartileNanos());
      out.println(MEDIAN + latency.medianNanos());
      out.println(UPPER + latency.upperQuartileNanos());
    }
    peak().ifPresent(bytes -> out.println(PEAK + bytes));
  }

  private static long[] times(OnnxClassifier classifier, int warmups, int runs) {
    float[] image = image(classifier.imageSize());
    for (int i = 0; i < warmups; i++) {
      classifier.logits(image);
    }
    long[] times = new long[runs];
    for (int i = 0; i < runs; i++) {
      long before = System.nanoTime();
      classifier.logits(image);
      times[i] = System.nanoTime() - before;
    }
    return times;
  }

  /** Every intensity in turn. */
  private static float[] image(int size) {
    float[] image = new float[size];
    for (int i = 0; i < size; i++) {
      image[i] = i % 256 / 255f;
    }
    return image;
  }

  private static OptionalLong peak() throws IOException {
    return Files.isReadable(STATUS) ? peak(Files.readString(STATUS)) : OptionalLong.empty();
  }

  /** In bytes, of the text in which Linux describes a process. */
  static OptionalLong peak(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(FIELD))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst();
  }
}
