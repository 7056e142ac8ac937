package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.tamnas.nets.attack.Attack;
import io.tamnas.nets.attack.Attacker;
import io.tamnas.nets.attack.Start;
import io.tamnas.nets.attack.Starts;
import io.tamnas.nets.attack.Verdicts;
import io.tamnas.nets.dataset.Dataset;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.Recipes;
import io.tamnas.nets.fixture.SyntheticDataset;
import io.tamnas.nets.fixture.TinySpaces;
import io.tamnas.nets.fixture.Watching;
import io.tamnas.nets.measuring.ImageTensors;
import io.tamnas.nets.measuring.MeasuringStopped;
import io.tamnas.nets.supernet.Supernet;
import io.tamnas.nets.supernet.SupernetFile;
import io.tamnas.nets.supernet.SupernetPlan;
import io.tamnas.nets.training.SupernetTraining;
import io.tamnas.space.Genotype;
import io.tamnas.space.SearchSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A trained subnet, its file, and files that somebody has changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCheckTest {
  private static final Attack PGD = new Attack.Pgd(0.03, 0.0075, 5, 1, Start.RANDOM);
  private static final int IMAGES = 256;

  private final SearchSpace space = TinySpaces.everything();
  private final Dataset dataset = new SyntheticDataset(IMAGES, 1);
  private NDManager manager;
  private FoldedNetwork network;
  private List<ImageTensors.Batch> batches;
  private Path file;

  @BeforeAll
  void exportTrained(@TempDir Path work) {
    Engines.configure(1, DeviceChoice.CPU);
    manager = Engines.newManager();
    Path trained =
        new SupernetTraining(space, dataset, Recipes.adversarial(150), 1)
            .train(Watching.toTheEnd(), work, Optional.empty())
            .file();
    SupernetPlan plan = new SupernetPlan(space);
    Supernet supernet = SupernetFile.read(trained, plan, dataset.digest(), manager);
    batches =
        ImageTensors.first(dataset.validation(), "validation", space.input(), IMAGES, 100, manager);
    network =
        FoldedSubnets.of(
            supernet, new Genotype(List.of(5, 10, 0, 1)), batches.getFirst().images(), manager);
    file = work.resolve("network.onnx");
    OnnxModel.write(network, new Origin("space", "genotype", "data set"), file);
  }

  @AfterAll
  void close() {
    manager.close();
  }

  @Test
  void countsWhatNetworkAndFileHaveInCommon() {
    Agreement agreement = check().compare(file, batches, new Counting());

    assertThat(agreement.images()).isEqualTo(IMAGES);
    assertThat(agreement.largestDifference()).isBetween(0.0, 1e-4);
    assertThat(agreement.cleanCorrect()).isGreaterThan(IMAGES / 2);
    assertThat(agreement.adversarialCorrect())
        .isEqualTo(robust())
        .isBetween(1, agreement.cleanCorrect() - 1);
    assertThat(agreement.runtime()).startsWith("onnxruntime 1.");
  }

  private int robust() {
    Attacker attacker = new Attacker(network, PGD, Starts.seeded(3, 3 * 8 * 8));
    int robust = 0;
    for (ImageTensors.Batch batch : batches) {
      Verdicts verdicts = attacker.judge(batch.images(), batch.labels(), batch.first());
      robust += verdicts.robustCount();
    }
    return robust;
  }

  @Test
  void seesOneWeightThatWasFlipped(@TempDir Path work) throws IOException {
    Path tampered = tampered(work, "classifier.weight", 0, value -> -value);

    assertThatThrownBy(() -> check().compare(tampered, batches, new Counting()))
        .isInstanceOfSatisfying(
            ExportMismatchException.class,
            mismatch -> {
              assertThat(mismatch.image()).isBetween(0, 3);
              assertThat(mismatch.difference()).isGreaterThan(1e-4);
            })
        .hasMessageMatching(
            "image [0-3]: on the clean image the logits of file and network differ by up to 0\\.\\d+: more than 1.0E-4 apart");
  }

  @Test
  void seesAWeightThatIsNoNumber(@TempDir Path work) throws IOException {
    Path tampered = tampered(work, "pixels.mean", 0, _ -> Float.NaN);

    assertThatThrownBy(() -> check().compare(tampered, batches, new Counting()))
        .isInstanceOfSatisfying(
            ExportMismatchException.class, mismatch -> assertThat(mismatch.difference()).isNaN());
  }

  @Test
  void refusesAFileThatIsNone(@TempDir Path work) throws IOException {
    Path none = Files.writeString(work.resolve("none.onnx"), "no network at all");

    assertThatThrownBy(() -> check().compare(none, batches, new Counting()))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("none.onnx cannot be loaded");
  }

  @Test
  void blamesNoFileThatIsNotThere(@TempDir Path work) {
    assertThatThrownBy(() -> check().compare(work.resolve("gone.onnx"), batches, new Counting()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone.onnx cannot be loaded");
  }

  @Test
  void refusesAnAttackThatLeavesNoImage() {
    assertThatThrownBy(() -> new ExportCheck(network, new Attack.ApgdCe(0.1, 5, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one run");
  }

  @Test
  void stopsBetweenBatches() {
    assertThatThrownBy(() -> check().compare(file, batches, new Counting(2)))
        .isInstanceOf(MeasuringStopped.class);
  }

  private ExportCheck check() {
    return new ExportCheck(network, PGD, 3);
  }

  private interface Change {
    float of(float value);
  }

  /** The file with another value at one place of a constant. */
  private Path tampered(Path work, String name, int index, Change change) throws IOException {
    ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
    TensorProto.Builder tensor =
        model.getGraphBuilder().getInitializerBuilderList().stream()
            .filter(constant -> constant.getName().equals(name))
            .findFirst()
            .orElseThrow();
    ByteBuffer values =
        ByteBuffer.wrap(tensor.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    values.putFloat(4 * index, change.of(values.getFloat(4 * index)));
    tensor.setRawData(ByteString.copyFrom(values.array()));
    return Files.write(work.resolve("tampered.onnx"), model.build().toByteArray());
  }
}
