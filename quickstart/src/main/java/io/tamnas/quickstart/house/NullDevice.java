package io.tamnas.quickstart.house;

import java.io.File;

/** The file that is always empty, so that no child reads the terminal. */
final class NullDevice {

  private NullDevice() {}

  static File file() {
    return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  }
}
