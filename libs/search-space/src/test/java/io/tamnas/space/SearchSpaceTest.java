package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

  private static final SearchSpace SMALL =
      SearchSpace.parse(
          "input=1x9x7 classes=2 stem=5/2"
              + " layers=6/1(shuffle3,xception-se@0.4,1.0,2.0),12/2(shuffle7-nl@0.2,0.6) head=9");

  @Test
  void putsBlockGenesBeforeChannelGenes() {
    assertThat(SMALL.geneSizes()).containsExactly(2, 1, 3, 2);
  }

  @Test
  void countsItsGenotypes() {
    assertThat(SMALL.cardinality()).isEqualTo(12);
    assertThat(Spaces.nano().cardinality()).isEqualTo(BigInteger.valueOf(40).pow(6));
  }

  @Test
  void namesTheSubnetOfAGenotype() {
    List<SubnetLayer> subnet = SMALL.subnet(new Genotype(List.of(1, 0, 2, 1)));

    BlockChoice xception = BlockChoice.parse("xception-se");
    BlockChoice shuffle = BlockChoice.parse("shuffle7-nl");
    assertThat(subnet)
        .containsExactly(
            new SubnetLayer(0, xception, 6, 5, 6, 1, 5, 4),
            new SubnetLayer(1, shuffle, 3, 6, 12, 2, 5, 4));
  }

  @Test
  void holdsTheOneSubnetThatItIsLimitedTo() {
    Genotype genotype = new Genotype(List.of(1, 0, 2, 1));
    SearchSpace one = SMALL.only(genotype);

    assertThat(one.text())
        .isEqualTo(
            "input=1x9x7 classes=2 stem=5/2 layers=6/1(xception-se@2.0),12/2(shuffle7-nl@0.6)"
                + " head=9");
    assertThat(one.cardinality()).isEqualTo(1);
    assertThat(one.subnet(Spaces.first(one))).isEqualTo(SMALL.subnet(genotype));
    assertThatThrownBy(() -> SMALL.only(new Genotype(List.of(2, 0, 2, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("genes/0");
  }

  @Test
  void letsEvenChannelsPassAtStrideOneAndAllBeProjectedAtStrideTwo() {
    List<SubnetLayer> subnet = SMALL.subnet(Spaces.first(SMALL));

    assertThat(subnet).extracting(SubnetLayer::passedChannels).containsExactly(3, 6);
    assertThat(subnet).extracting(SubnetLayer::mainInputChannels).containsExactly(2, 6);
    assertThat(subnet).extracting(SubnetLayer::mainOutputChannels).containsExactly(3, 6);
  }

  @Test
  void roundsHalvedSidesUp() {
    assertThat(SMALL.featureMaps())
        .containsExactly(
            new FeatureMap(5, 5, 4), new FeatureMap(6, 5, 4), new FeatureMap(12, 3, 2));
  }

  @Test
  void refusesGenotypesOfOtherLengths() {
    Genotype genotype = new Genotype(List.of(0, 0, 0));

    assertThat(SMALL.contains(genotype)).isFalse();
    assertThatThrownBy(() -> SMALL.subnet(genotype))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the genotype is not one of this search space: genes: must be 4, a block gene per layer"
                + " and then a channel gene per layer, are 3");
  }

  @Test
  void namesEveryGeneThatIsOutOfRange() {
    Genotype genotype = new Genotype(List.of(2, 0, -1, 2));

    assertThat(SMALL.violations(genotype))
        .containsExactly(
            new Violation("genes/0", "the block of layer 0 must be between 0 and 1, is 2"),
            new Violation("genes/2", "the channel scale of layer 0 must be between 0 and 2, is -1"),
            new Violation("genes/3", "the channel scale of layer 1 must be between 0 and 1, is 2"));
    assertThatThrownBy(() -> SMALL.subnet(genotype))
        .hasMessageContaining("genes/0")
        .hasMessageContaining("genes/2")
        .hasMessageContaining("genes/3");
  }

  @Test
  void drawsTheSameGenotypesFromTheSameSeed() {
    SearchSpace space = Spaces.nano();
    assertThat(space.draw(Spaces.seeded(7))).isEqualTo(space.draw(Spaces.seeded(7)));
    assertThat(space.draw(Spaces.seeded(7))).isNotEqualTo(space.draw(Spaces.seeded(8)));
  }

  @Test
  void drawsEveryGenotypeEquallyOften() {
    RandomGenerator random = Spaces.seeded(1);
    Map<Genotype, Integer> times = new TreeMap<>();
    for (int i = 0; i < 12_000; i++) {
      times.merge(SMALL.draw(random), 1, Integer::sum);
    }

    double expected = 1000;
    double chiSquare =
        times.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    assertThat(times).hasSize(12);
    assertThat(chiSquare).isLessThan(31.3); // 0.1 % of fair draws of 12 are further out
  }

  @Test
  void ordersGenotypesGeneByGene() {
    Genotype least = new Genotype(List.of(0, 9));
    Genotype middle = new Genotype(List.of(1, 0));
    Genotype most = new Genotype(List.of(1, 0, 0));

    assertThat(List.of(most, least, middle).stream().sorted()).containsExactly(least, middle, most);
  }
}
