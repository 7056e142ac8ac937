package io.tamnas.search.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.InputShape;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Fronts that were made up to favour something, in six layers of which two each are a stage. */
class GuidelinesTest {

  private static final BlockChoice PLAIN = BlockChoice.parse("shuffle3");
  private static final BlockChoice SQUEEZING = BlockChoice.parse("shuffle5-se");

  private static final SearchSpace SPACE = space(PLAIN, SQUEEZING);

  private static final SearchSpace SIX =
      space(
          PLAIN,
          SQUEEZING,
          BlockChoice.parse("shuffle7"),
          BlockChoice.parse("shuffle5"),
          BlockChoice.parse("xception"),
          BlockChoice.parse("xception-se"));

  private final SplittableRandom random = new SplittableRandom(7);
  private final Collection<Genotype> front = new TreeSet<>();
  private final Collection<Genotype> measured = new TreeSet<>();

  private static SearchSpace space(BlockChoice... blocks) {
    return Preset.TAM_NANO.space(
        new InputShape(3, 32, 32), 10, PresetWidth.FULL, List.of(blocks), ChannelScale.ALL);
  }

  /** Draws so many, with the block and scale of a layer as given. */
  private List<Genotype> drawn(int count, int layer, int block, int scale) {
    List<Genotype> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> genes = new ArrayList<>(SPACE.draw(random).genes());
      genes.set(layer, block);
      genes.set(6 + layer, scale);
      drawn.add(new Genotype(genes));
    }
    return drawn;
  }

  private void drawOnFront(int count, int layer, int block, int scale) {
    List<Genotype> drawn = drawn(count, layer, block, scale);
    front.addAll(drawn);
    measured.addAll(drawn);
  }

  private void drawBeside(int count, int layer, int block, int scale) {
    measured.addAll(drawn(count, layer, block, scale));
  }

  private List<String> texts() {
    return Explanation.of(SPACE, front, measured).guidelines().stream()
        .filter(guideline -> guideline.size() == SizeClass.ANY)
        .map(Guideline::text)
        .toList();
  }

  /** Layers 2 to 5 alike: block shuffle5-se at 0.6 in layers 3 and 5, at 0.4 in 2 and 4. */
  @Test
  void joinsNeighboursOfOneStageThatFavourTheSame() {
    for (int i = 0; i < 40; i++) {
      List<Integer> genes = new ArrayList<>(SPACE.draw(random).genes());
      for (int layer = 1; layer < 5; layer++) {
        genes.set(layer, 1);
        genes.set(6 + layer, 2 - layer % 2);
      }
      front.add(new Genotype(genes));
    }
    measured.addAll(front);
    for (int i = 0; i < 160; i++) {
      measured.add(SPACE.draw(random));
    }

    Explanation explanation = Explanation.of(SPACE, front, measured);

    assertThat(explanation.layers()).extracting(LayerUse::stage).containsExactly(1, 1, 2, 2, 3, 3);
    assertThat(explanation.guidelines())
        .filteredOn(one -> one.size() == SizeClass.ANY && one.tendency() == Tendency.FAVOURED)
        .extracting(one -> one.text().replaceAll(" in .*", ""))
        .containsExactly(
            "layer 2: shuffle5-se at scale 0.4",
            "layers 3–4: shuffle5-se at scale 0.4–0.6",
            "layer 5: shuffle5-se at scale 0.6");
    Guideline joined =
        explanation.guidelines().stream()
            .filter(one -> one.lastLayer() == 4)
            .findFirst()
            .orElseThrow();
    assertThat(joined.front()).isEqualTo(Share.of(2 * front.size(), 2 * front.size()));
    assertThat(joined.measured().of()).isEqualTo(2 * measured.size());
    assertThat(joined.scales()).containsExactly("0.4", "0.6");
    assertThat(joined.text())
        .contains(" in 100 %% of the front (%1$d of %1$d layers), ".formatted(2 * front.size()));
  }

  /**
   * On the front half have shuffle5-se, another half 0.2, none both; beside it one in eight has
   * both. Each alone is favoured, both together are not.
   */
  @Test
  void doesNotSayTogetherWhatIsOnlyFavouredApart() {
    drawOnFront(20, 0, 1, 4);
    drawOnFront(20, 0, 0, 0);
    drawBeside(10, 0, 1, 0);
    drawBeside(40, 0, 0, 4);
    drawBeside(30, 0, 0, 9);

    assertThat(texts())
        .startsWith(
            "layer 1: shuffle5-se in 50 % of the front (20 of 40), 25 % of all (30 of 120)",
            "layer 1: scale 0.2 in 50 % of the front (20 of 40), 25 % of all (30 of 120)");
  }

  /**
   * On the front 60 of 100 have shuffle5-se, and 60 have 0.2; of all 160 of 400. Both together have
   * 26 % of the front and 25 % of all: more, but no more than chance gives.
   */
  @Test
  void doesNotSayTogetherWhatIsHardlyMoreFrequentTogether() {
    drawOnFront(26, 0, 1, 0);
    drawOnFront(34, 0, 1, 4);
    drawOnFront(34, 0, 0, 0);
    drawOnFront(6, 0, 0, 4);
    drawBeside(74, 0, 1, 0);
    drawBeside(26, 0, 1, 4);
    drawBeside(26, 0, 0, 0);
    drawBeside(174, 0, 0, 4);

    assertThat(texts())
        .startsWith(
            "layer 1: shuffle5-se in 60 % of the front (60 of 100), 40 % of all (160 of 400)",
            "layer 1: scale 0.2 in 60 % of the front (60 of 100), 40 % of all (160 of 400)");
  }

  @Test
  void keepsScalesApartThatAreNotAdjacent() {
    drawOnFront(20, 0, 0, 0);
    drawOnFront(20, 0, 0, 5);
    drawBeside(40, 0, 0, 2);
    drawBeside(40, 0, 0, 8);

    assertThat(texts())
        .filteredOn(text -> !text.contains("avoided"))
        .containsExactly(
            "layer 1: scale 0.2 in 50 % of the front (20 of 40), 17 % of all (20 of 120)",
            "layer 1: scale 1.2 in 50 % of the front (20 of 40), 17 % of all (20 of 120)");
  }

  /** Layers 3 and 4 have either of two blocks, and layer 4 one more scale that layer 3 has not. */
  @Test
  void joinsLayersThoughOneOfThemFavoursMore() {
    for (int i = 0; i < 60; i++) {
      List<Integer> genes = new ArrayList<>(SIX.draw(random).genes());
      genes.set(2, i % 2);
      genes.set(3, i % 2);
      genes.set(8, 2);
      genes.set(9, i % 3 == 0 ? 7 : 2);
      front.add(new Genotype(genes));
    }
    measured.addAll(front);
    for (int i = 0; i < 240; i++) {
      measured.add(SIX.draw(random));
    }

    assertThat(
            Explanation.of(SIX, front, measured).guidelines().stream()
                .filter(one -> one.size() == SizeClass.ANY)
                .filter(one -> one.tendency() == Tendency.FAVOURED)
                .map(one -> one.text().replaceAll(" in .*", "")))
        .containsExactly("layers 3–4: shuffle3 or shuffle5-se at scale 0.6", "layer 4: scale 1.6");
  }

  /** Half a front of drawn subnets is like the other half. */
  @Test
  void findsNothingInAFrontDrawnByLot() {
    for (int i = 0; i < 100; i++) {
      Genotype drawn = SPACE.draw(random);
      measured.add(drawn);
      if (i % 4 == 0) {
        front.add(drawn);
      }
    }

    assertThat(Explanation.of(SPACE, front, measured).guidelines()).isEmpty();
  }

  /** The front has one block in the last layer, and only subnets that are wide there. */
  @Test
  void saysWhichSizeClassItSpeaksOf() {
    for (int i = 0; i < 150; i++) {
      Genotype drawn = SPACE.draw(random);
      measured.add(drawn);
      boolean wide = drawn.genes().get(11) > 6;
      if (wide && drawn.genes().get(5) == 1) {
        front.add(drawn);
      }
    }

    assertThat(Explanation.of(SPACE, front, measured).guidelines())
        .extracting(Guideline::text)
        .anyMatch(text -> text.startsWith("large subnets, layer 6: shuffle5-se"));
  }
}
