package io.tamnas.search.finalist;

import static org.assertj.core.api.Assertions.assertThat;

import io.tamnas.search.specification.Violation;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamedFinalistsTest {

  private static final SearchSpace SPACE =
      SearchSpace.parse(
          "input=3x32x32 classes=10 stem=8/1 layers=16/1(shuffle3,shuffle5@0.2,0.4),16/1 head=64");
  private static final Genotype SMALL = genotype(0, 0, 0, 0);
  private static final Genotype LARGE = genotype(1, 1, 1, 1);
  private static final List<Genotype> FRONT = List.of(SMALL, LARGE);

  private static Genotype genotype(Integer... genes) {
    return new Genotype(List.of(genes));
  }

  private static List<Violation> violations(Genotype... named) {
    SortedMap<Integer, Genotype> places = new TreeMap<>();
    for (int i = 0; i < named.length; i++) {
      places.put(i, named[i]);
    }
    return NamedFinalists.violations(SPACE, FRONT, places, "/finalists");
  }

  @Test
  void takesMembersOfTheFront() {
    assertThat(violations(LARGE, SMALL)).isEmpty();
  }

  @Test
  void keepsThePlacesOfThoseThatCanBeRead() {
    SortedMap<Integer, Genotype> named = new TreeMap<>(Map.of(1, SMALL, 3, genotype(0, 1, 0, 1)));

    assertThat(NamedFinalists.violations(SPACE, FRONT, named, "/finalists"))
        .extracting(Violation::pointer)
        .containsExactly("/finalists/3");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThat(
            violations(
                SMALL, genotype(0, 1, 0, 1), genotype(0, 2, 0, 5), genotype(0), SMALL, LARGE))
        .containsExactly(
            new Violation(
                "/finalists/1",
                "must be on the front, which has 2 members; shuffle3@0.2 shuffle5@0.4 is not"),
            new Violation("/finalists/2/1", "the block of layer 1 must be between 0 and 1, is 2"),
            new Violation(
                "/finalists/2/3", "the channel scale of layer 1 must be between 0 and 1, is 5"),
            new Violation(
                "/finalists/3",
                "must be 4, a block gene per layer and then a channel gene per layer, are 1"),
            new Violation("/finalists/4", "must differ from the others, is again one of them"));
  }

  @Test
  void wantsAtLeastOne() {
    assertThat(violations())
        .containsExactly(
            new Violation("/finalists", "must name at least one genotype of the front"));
  }
}
