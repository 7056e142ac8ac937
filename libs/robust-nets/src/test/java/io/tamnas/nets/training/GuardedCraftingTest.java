package io.tamnas.nets.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a pupil to whom an image's two pixels are its logits, and every label is 0. */
class GuardedCraftingTest {
  private final NamedNumbers memory = new NamedNumbers();
  private NDManager manager;
  private NDArray images;
  private NDArray half;
  private NDArray none;

  @BeforeAll
  static void configureEngine() {
    Engines.configure(1, DeviceChoice.CPU);
  }

  @BeforeEach
  void open() {
    manager = Engines.newManager();
    images = manager.create(new float[] {1, 0, 1, 0, 1, 0, 1, 0}, new Shape(4, 2));
    half = manager.create(new float[] {1, 0, 1, 0, 0, 1, 0, 1}, new Shape(4, 2));
    none = manager.create(new float[] {0, 1, 0, 1, 0, 1, 0, 1}, new Shape(4, 2));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void craftsWithOneStepWhileSeveralBreakNotMuchMore() {
    Crafter guarded = guarded(images, half);

    assertThat(at(guarded, 10)).isSameAs(images);
    assertThat(at(guarded, 11)).isSameAs(images);
  }

  @Test
  void craftsWithSeveralStepsFromACollapseToTheNextLook() {
    Crafter collapsed = guarded(images, none);

    assertThat(at(collapsed, 9)).isSameAs(images);
    assertThat(at(collapsed, 10)).isSameAs(none);
    assertThat(at(collapsed, 14)).isSameAs(none);
    assertThat(at(guarded(images, half), 15)).isSameAs(images);
    assertThat(at(collapsed, 16)).isSameAs(images);
  }

  @Test
  void remembersACollapseInTheTrainingsNumbers() {
    at(guarded(images, none), 10);

    assertThat(memory.entries()).containsExactlyEntriesOf(Map.of("number.guard.strongUntil", "15"));
  }

  @Test
  void looksAtTheFirstGroupAlone() {
    Crafter collapsed = guarded(images, none);

    assertThat(collapsed.at(lesson(10), 1, List.of(source()), NDArray::duplicate)).isSameAs(images);
  }

  private Crafter guarded(NDArray oneStep, NDArray severalSteps) {
    return new GuardedCrafting((_, _, _, _) -> oneStep, (_, _, _, _) -> severalSteps, 5, memory);
  }

  private NDArray at(Crafter crafter, int step) {
    return crafter.at(lesson(step), 0, List.of(source()), NDArray::duplicate);
  }

  private Lesson lesson(int step) {
    NDArray labels = manager.create(new long[4]);
    return new Lesson(step, List.of(), images, labels, new int[4], () -> {}, manager);
  }

  /** To whom all images look alike; a judge like that would see no collapse. */
  private static Adversary source() {
    return new Adversary(NDArray::zerosLike, NDArray::sum);
  }
}
