package io.tamnas.nets.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.block.Parameter;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.network.NetworkPlan;
import io.tamnas.nets.random.SplitMix;
import io.tamnas.space.BlockChoice;
import io.tamnas.space.ChannelScale;
import io.tamnas.space.Genotype;
import io.tamnas.space.InputShape;
import io.tamnas.space.NetworkCost;
import io.tamnas.space.Preset;
import io.tamnas.space.PresetWidth;
import io.tamnas.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SupernetPlanTest {
  private final SearchSpace space =
      Preset.TAM.space(
          new InputShape(3, 32, 32), 10, PresetWidth.QUARTER, BlockChoice.ALL, ChannelScale.ALL);
  private final SupernetPlan plan = new SupernetPlan(space);

  @Test
  void buildsNetworksOfTheCountedSize() {
    for (int i = 0; i < 20; i++) {
      Genotype genotype = space.draw(SplitMix.of(1, "genotype", i));
      long values =
          plan.path(genotype).parameters(NetworkScaling.LEARNED).stream()
              .mapToLong(parameter -> parameter.shape().size())
              .sum();

      assertThat(values).isEqualTo(NetworkCost.of(space, genotype).parameters());
    }
  }

  @Test
  void holdsTheParametersOfEveryPathAtTheirGreatest() {
    Map<String, Parameter> full =
        plan.parameters().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
    for (int i = 0; i < 20; i++) {
      for (Parameter part :
          plan.path(space.draw(SplitMix.of(2, "genotype", i))).parameters(NetworkScaling.NONE)) {
        Parameter whole = Objects.requireNonNull(full.get(part.name()), part.name());
        assertThat(whole.shape().dimension()).isEqualTo(part.shape().dimension());
        for (int axis = 0; axis < part.shape().dimension(); axis++) {
          assertThat(whole.shape().get(axis)).isGreaterThanOrEqualTo(part.shape().get(axis));
        }
      }
    }
  }

  @Test
  void namesTheParametersOfANetworkOfItsOwnAsThePathDoes() {
    Genotype genotype = space.draw(SplitMix.of(3, "genotype", 0));
    SupernetPlan own = SupernetPlan.ofNetwork(space, genotype);
    List<Parameter> trained = plan.path(genotype).parameters(NetworkScaling.LEARNED);
    NetworkPlan network = own.widest();

    assertThat(network.parameters()).isEqualTo(trained);
    assertThat(own.parameters()).containsAll(trained);
    assertThat(own.parameters()).hasSize(2 + 2 * network.units().size() + trained.size());
    assertThat(own.parameters())
        .extracting(Parameter::name)
        .doesNotHaveDuplicates()
        .contains("stem.1.running_mean", "stem.1.running_var", "stem.1.weight", "stem.1.bias");
  }

  @Test
  void refusesADataSetOfOtherImages() {
    assertThatThrownBy(() -> SupernetPlan.requireFit(space, new SyntheticDataset(8, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10 classes")
        .hasMessageContaining("data set synthetic")
        .hasMessageContaining("4 classes");
    SupernetPlan.requireFit(TinySpaces.plain(), new SyntheticDataset(8, 1));
  }
}
