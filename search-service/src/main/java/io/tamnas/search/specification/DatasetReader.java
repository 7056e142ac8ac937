package io.tamnas.search.specification;

import io.tamnas.protocol.dataset.DatasetReference;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code /dataset}. */
final class DatasetReader {

  static final Words<DatasetCatalogue> NAMES =
      new Words<>(Arrays.asList(DatasetCatalogue.values()), DatasetCatalogue::text);

  private static final int MOST_IMAGES = 100_000;
  private static final Range CHANNELS = new Range(1, 3);
  private static final Range FOLDER_SIZE = new Range(8, 512);
  private static final Range FOLDER_CLASSES = new Range(2, 10_000);
  private static final Range VALIDATION_IMAGES = new Range(1, 1_000_000);

  private final Section section;

  DatasetReader(Section section) {
    this.section = section;
  }

  /** The data set that is named; empty, with a violation, where none or an unknown one is. */
  Optional<DatasetCatalogue> name() {
    return section
        .required("name", "one of " + Shown.list(NAMES.texts()))
        .flatMap(item -> item.word(NAMES));
  }

  /** Whether it is known what the images of the data set look like. */
  static boolean knowsImages(Findings findings) {
    return findings.trust("/dataset/name")
        && findings.trust("/dataset/shapes/imageSize")
        && findings.trust("/dataset/folder/imageSize")
        && findings.trust("/dataset/folder/channels")
        && findings.trust("/dataset/folder/classes");
  }

  DatasetReference read(DatasetCatalogue dataset) {
    if (!section.findings().trust(section.pointer("name"))) {
      return ofUnknown(dataset);
    }
    String directory = directory(dataset);
    DatasetReference.Shapes shapes = shapes(dataset);
    DatasetReference.Folder folder = folder(dataset);
    int validationImages =
        section.wholeNumber(
            "validationImages", VALIDATION_IMAGES, defaultValidation(dataset, shapes));
    long splitSeed = section.seed("splitSeed", Defaults.SEED);
    section.finish();
    return new DatasetReference(
        dataset.text(), directory, validationImages, splitSeed, shapes, folder);
  }

  /** Reads what does not depend on the data set. */
  private DatasetReference ofUnknown(DatasetCatalogue standIn) {
    int usual = Defaults.of(standIn).division().validation();
    return new DatasetReference(
        standIn.text(),
        null,
        section.wholeNumber("validationImages", VALIDATION_IMAGES, usual),
        section.seed("splitSeed", Defaults.SEED),
        null);
  }

  private static int defaultValidation(
      DatasetCatalogue dataset, DatasetReference.@Nullable Shapes shapes) {
    int usual = Defaults.of(dataset).division().validation();
    return shapes == null ? usual : Math.min(usual, shapes.trainingImages() / 4);
  }

  private @Nullable String directory(DatasetCatalogue dataset) {
    Optional<Item> member = section.member("directory");
    if (dataset.isDrawn()) {
      member.ifPresent(item -> forbid(item, "is drawn and has no directory"));
      return null;
    }
    return member.flatMap(item -> item.text(TextRule.DIRECTORY)).orElse(dataset.text());
  }

  private DatasetReference.@Nullable Shapes shapes(DatasetCatalogue dataset) {
    if (!dataset.isDrawn()) {
      section.member("shapes").ifPresent(item -> forbid(item, "is read from files"));
      return null;
    }
    Section shapes = section.section("shapes");
    DatasetReference.Shapes usual = Defaults.SHAPES;
    DatasetReference.Shapes read =
        new DatasetReference.Shapes(
            shapes.wholeNumber("imageSize", new Range(8, 64), usual.imageSize()),
            shapes.wholeNumber(
                "trainingImages", new Range(16, MOST_IMAGES), usual.trainingImages()),
            shapes.wholeNumber("testImages", new Range(1, MOST_IMAGES), usual.testImages()),
            shapes.seed("seed", usual.seed()));
    shapes.finish();
    return read;
  }

  private DatasetReference.@Nullable Folder folder(DatasetCatalogue dataset) {
    if (dataset != DatasetCatalogue.FOLDER) {
      section.member("folder").ifPresent(item -> forbid(item, "is no folder of pictures"));
      return null;
    }
    Section folder = section.section("folder");
    folder.required("classes", FOLDER_CLASSES.text() + ", the number of directories in train");
    DatasetReference.Folder usual = Defaults.FOLDER;
    DatasetReference.Folder read =
        new DatasetReference.Folder(
            folder.wholeNumber("imageSize", FOLDER_SIZE, usual.imageSize()),
            channels(folder, usual.channels()),
            folder.wholeNumber("classes", FOLDER_CLASSES, usual.classes()));
    folder.finish();
    return read;
  }

  /** 1 or 3, and nothing between. */
  private static int channels(Section folder, int usual) {
    int channels = folder.wholeNumber("channels", CHANNELS, usual);
    if (channels == 2) {
      folder.member("channels").ifPresent(item -> item.reject("1 (grey) or 3 (RGB)"));
      return usual;
    }
    return channels;
  }

  private void forbid(Item item, String reason) {
    String name = section.member("name").map(Item::node).map(Shown::value).orElse("this data set");
    item.findings().add(item.pointer(), "must be left out: " + name + " " + reason);
  }
}
