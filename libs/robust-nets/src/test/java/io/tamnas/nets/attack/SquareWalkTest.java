package io.tamnas.nets.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SquareWalkTest {
  private static final SquareWalk.Planes PLANES = new SquareWalk.Planes(3, 6, 8);
  private static final float EPSILON = 0.25f;

  private final float[] grey = filled(0.5f);
  private final float[] batch = new float[2 * PLANES.size()];
  private final int offset = PLANES.size();

  @Test
  void beginsWithVerticalStripesAtTheEndsOfTheBall() {
    walk(grey, 1).writeBest(batch, offset);

    for (int i = 0; i < PLANES.size(); i++) {
      int top = i / 48 * 48 + i % 8;
      assertThat(batch[offset + i]).isIn(0.25f, 0.75f).isEqualTo(batch[offset + top]);
    }
    assertThat(Arrays.copyOfRange(batch, offset, offset + 48)).contains(0.25f, 0.75f);
  }

  @Test
  void placesSquaresInsideTheImageUpToItsEdges() {
    Set<Integer> lefts = new HashSet<>();
    for (int query = 0; query < 300; query++) {
      SquareWalk.Square square = walk(grey, 1).draw(query);
      assertThat(square.top()).isBetween(0, 6 - square.height());
      assertThat(square.left()).isBetween(0, 8 - square.width());
      lefts.add(square.left() + square.width());
    }
    assertThat(lefts).contains(8);
  }

  @Test
  void dependsOnKeyAndQueryAlone() {
    SquareWalk used = walk(grey, 1);
    used.writeBest(batch, offset);
    used.propose(100, batch, offset);

    assertThat(used.draw(77)).isEqualTo(walk(filled(0.2f), 1).draw(77));
    assertThat(used.draw(77)).isNotEqualTo(used.draw(78));
    assertThat(used.draw(77)).isNotEqualTo(walk(grey, 2).draw(77));
  }

  @Test
  void staysInTheBallAndInTheRangeOfPixels() {
    float[] dark = filled(0.125f);
    SquareWalk walk = walk(dark, 3);
    walk.writeBest(batch, offset);
    walk.hear(9, batch, offset);
    for (int query = 0; query < 50; query++) {
      walk.propose(100, batch, offset);
      for (int i = offset; i < batch.length; i++) {
        assertThat(batch[i]).isIn(0f, 0.375f);
      }
      walk.hear(query % 3 == 0 ? -query : 9, batch, offset);
    }
  }

  @Test
  void keepsWhatLowersTheMarginAndTakesBackWhatDoesNot() {
    SquareWalk walk = walk(grey, 4);
    walk.writeBest(batch, offset);
    walk.hear(1, batch, offset);
    float[] stripes = batch.clone();

    assertThat(walk.propose(100, batch, offset)).isTrue();
    float[] proposal = batch.clone();
    assertThat(proposal).isNotEqualTo(stripes);
    walk.hear(1, batch, offset);
    assertThat(batch).isEqualTo(stripes);

    walk.propose(100, batch, offset);
    proposal = batch.clone();
    walk.hear(0.5f, batch, offset);
    assertThat(batch).isEqualTo(proposal);
    walk.writeBest(batch, offset);
    assertThat(batch).isEqualTo(proposal);
  }

  @Test
  void asksNothingThatChangesNothing() {
    SquareWalk walk = new SquareWalk(grey, PLANES, 0, 5);
    walk.writeBest(batch, offset);

    assertThat(walk.propose(1000, batch, offset)).isFalse();
  }

  @Test
  void endsWithItsQueries() {
    SquareWalk walk = walk(grey, 6);
    walk.writeBest(batch, offset);
    int asked = 0;
    while (walk.propose(20, batch, offset)) {
      walk.hear(9, batch, offset);
      asked++;
    }

    assertThat(asked).isBetween(15, 20);
  }

  private static SquareWalk walk(float[] clean, long key) {
    return new SquareWalk(clean, PLANES, EPSILON, key);
  }

  private static float[] filled(float value) {
    float[] image = new float[PLANES.size()];
    Arrays.fill(image, value);
    return image;
  }
}
