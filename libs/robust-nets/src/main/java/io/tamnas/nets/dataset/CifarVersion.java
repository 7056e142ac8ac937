package io.tamnas.nets.dataset;

/** The two data sets whose binary versions differ in nothing but their labels. */
enum CifarVersion {
  /** One byte label. */
  CIFAR10("CIFAR-10", 1, 10),
  /** The coarse label of 20, then the fine one; the fine ones are the classes. */
  CIFAR100("CIFAR-100", 2, 100);

  static final int IMAGE_BYTES = 3 * 32 * 32;

  private static final int COARSE_CLASSES = 20;

  private final String title;
  private final int labelBytes;
  private final int classes;

  CifarVersion(String title, int labelBytes, int classes) {
    this.title = title;
    this.labelBytes = labelBytes;
    this.classes = classes;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** How many bytes precede the pixels; the last of them is the class. */
  int labelBytes() {
    return labelBytes;
  }

  int recordBytes() {
    return labelBytes + IMAGE_BYTES;
  }

  int classes() {
    return classes;
  }

  /** How many values the label byte of that place may have. */
  int values(int labelByte) {
    return labelByte == labelBytes - 1 ? classes : COARSE_CLASSES;
  }

  /** What the label byte of that place is called. */
  String label(int labelByte) {
    if (labelBytes == 1) {
      return "label";
    }
    return labelByte == labelBytes - 1 ? "fine label" : "coarse label";
  }
}
