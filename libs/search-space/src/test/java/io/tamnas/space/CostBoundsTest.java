package io.tamnas.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostBoundsTest {

  private static final SearchSpace SPACE =
      SearchSpace.parse(
          "input=3x12x12 classes=4 stem=6/1"
              + " layers=8/1(xception,shuffle7,shuffle3-nl@0.4,2.0),16/2(shuffle5-se,xception@1.0)"
              + " head=16");

  @Test
  void areThoseOfAllNetworksCountedOneByOne() {
    List<NetworkCost> costs = new ArrayList<>();
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 2; second++) {
        for (int scale = 0; scale < 2; scale++) {
          costs.add(NetworkCost.of(SPACE, new Genotype(List.of(first, second, scale, 0))));
        }
      }
    }

    CostBounds bounds = CostBounds.of(SPACE);
    assertThat(bounds.least())
        .isEqualTo(
            new NetworkCost(
                costs.stream().mapToLong(NetworkCost::parameters).min().orElseThrow(),
                costs.stream().mapToLong(NetworkCost::multiplyAdds).min().orElseThrow()));
    assertThat(bounds.most())
        .isEqualTo(
            new NetworkCost(
                costs.stream().mapToLong(NetworkCost::parameters).max().orElseThrow(),
                costs.stream().mapToLong(NetworkCost::multiplyAdds).max().orElseThrow()));
  }
}
