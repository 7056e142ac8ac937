package io.tamnas.nets.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which kind of device the tensors shall live on. */
public enum DeviceChoice {
  /** The first GPU where there is one, else the CPU. */
  AUTO,
  CPU,
  /** The first GPU; its absence is an error. */
  GPU;

  /** The name in configurations: {@code auto}, {@code cpu} or {@code gpu}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The choice of that name.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static DeviceChoice parse(String text) {
    return Arrays.stream(values())
        .filter(choice -> choice.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(text)));
  }

  private static String unknown(String text) {
    String known =
        Arrays.stream(values()).map(DeviceChoice::text).collect(Collectors.joining(", "));
    return "a device is one of " + known + ", not '" + text + "'";
  }
}
