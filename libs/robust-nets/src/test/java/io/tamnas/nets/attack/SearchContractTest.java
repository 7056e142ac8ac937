package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.network.Classifier;
import io.tamnas.nets.random.NoiseStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the images that a search finds keep to. */
class SearchContractTest {
  private static final int IMAGES = 40;
  private static final int PIXELS = 2 * 3 * 3;
  private static final double EPSILON = 0.05;

  private NDManager manager;
  private Pixels images;
  private int[] labels;
  private Classifier classifier;

  @BeforeEach
  void drawCorrectImages() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    images = new Pixels(noise(1, IMAGES * PIXELS), new Shape(2, 3, 3));
    NDArray weights = manager.create(noise(2, 3 * PIXELS), new Shape(PIXELS, 3)).sub(0.5f);
    classifier = x -> x.reshape(-1, PIXELS).matMul(weights);
    labels = new int[IMAGES];
    float[] logits = images.logits(classifier, manager);
    for (int i = 0; i < IMAGES; i++) {
      for (int c = 1; c < 3; c++) {
        labels[i] = logits[i * 3 + c] > logits[i * 3 + labels[i]] ? c : labels[i];
      }
    }
  }

  @AfterEach
  void closeImages() {
    manager.close();
  }

  private static float[] noise(long stream, int count) {
    float[] values = new float[count];
    new NoiseStream(stream << 32, count).fill(0, values, 0);
    return values;
  }

  private List<Search> searches() {
    return List.of(
        new TargetedFab(classifier, new Attack.FabT(EPSILON, 5, 2, 9), manager),
        new SquareSearch(classifier, new Attack.Square(EPSILON, 60, 2), manager));
  }

  @Test
  void findsAdversarialImagesInTheBallAndInTheRangeOfPixels() {
    for (Search search : searches()) {
      Breaches breaches = attack(search);
      Pixels found = Pixels.of(breaches.tensor(manager));
      boolean[] standing = Rows.marks(breaches.standing(), IMAGES);

      assertThat(breaches.standing()).hasSizeBetween(1, IMAGES - 1);
      assertThat(Predictions.areCorrect(found.logits(classifier, manager), labels))
          .isEqualTo(standing);
      for (int i = 0; i < found.values().length; i++) {
        assertThat(found.values()[i]).isBetween(0f, 1f);
        assertThat(Math.abs(found.values()[i] - images.values()[i]))
            .isLessThanOrEqualTo(standing[i / PIXELS] ? 0 : 0.0500001f);
      }
    }
  }

  @Test
  void findsTheSameAgainAndLeavesTheImagesAsTheyWere() {
    float[] before = images.values().clone();
    for (Search search : searches()) {
      float[] found = attack(search).tensor(manager).toFloatArray();

      assertThat(attack(search).tensor(manager).toFloatArray()).isEqualTo(found);
      assertThat(images.values()).isEqualTo(before);
    }
  }

  private Breaches attack(Search search) {
    return search.attack(images, labels, Rows.all(IMAGES), Starts.seeded(1, PIXELS));
  }
}
