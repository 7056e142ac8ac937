package io.tamnas.nets.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.tamnas.nets.block.NetworkScaling;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.engine.Gradients;
import io.tamnas.nets.fixture.ReferenceNetwork;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A trained network of ten blocks against the numbers of another implementation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkFixtureTest {
  private NDManager manager;
  private ReferenceNetwork network;

  @BeforeAll
  void openNetwork() {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    network = new ReferenceNetwork(manager);
  }

  @AfterAll
  void closeNetwork() {
    manager.close();
  }

  @Test
  void computesTheReferenceLogits() {
    NDArray logits = network.unfolded().logits(network.images());

    assertThat(distance(logits, network.expected("logits_clean"))).isLessThan(1e-4f);
  }

  @Test
  void foldingChangesNothingButTheLastDigits() {
    NDArray logits = network.folded().logits(network.images());

    assertThat(distance(logits, network.expected("logits_clean"))).isLessThan(1e-4f);
  }

  @Test
  void computesTheReferenceGradient() {
    NDArray images = network.images().get("0:8");
    NDArray labels = manager.create(network.labels()).get("0:8").toType(DataType.INT64, true);
    NDArray expected = network.expected("gradient_ce_first8");

    for (Classifier classifier : List.of(network.unfolded(), network.folded())) {
      NDArray gradient = Gradients.of(images, x -> CrossEntropy.sum(classifier.logits(x), labels));

      assertThat(distance(gradient, expected)).isLessThan(1e-4f);
    }
  }

  @Test
  void hasAsManyParametersAsTheReference() {
    long values =
        network.plan().parameters(NetworkScaling.LEARNED).stream()
            .mapToLong(parameter -> parameter.shape().size())
            .sum();

    assertThat(values).isEqualTo(network.parameters());
  }

  private static float distance(NDArray actual, NDArray expected) {
    assertThat(actual.getShape()).isEqualTo(expected.getShape());
    return actual.sub(expected).abs().max().getFloat();
  }
}
