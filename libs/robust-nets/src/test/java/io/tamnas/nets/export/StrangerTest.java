package io.tamnas.nets.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.tamnas.nets.engine.DeviceChoice;
import io.tamnas.nets.engine.Engines;
import io.tamnas.nets.fixture.ReferenceNetwork;
import io.tamnas.space.InputShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program meets that has the file and ONNX Runtime and nothing of ours. */
class StrangerTest {
  @TempDir Path folder;

  @Test
  void namesTheSameClassesForATrainedNetwork() throws OrtException {
    Engines.configure(1, DeviceChoice.CPU);
    Path file = folder.resolve("network.onnx");
    float[] pixels;
    int[] expected;
    try (NDManager manager = Engines.newManager()) {
      ReferenceNetwork network = new ReferenceNetwork(manager);
      NDArray images = network.images();
      OnnxModel.write(
          new FoldedNetwork(network.plan(), network.foldedWeights(), new InputShape(3, 32, 32)),
          new Origin("space", "genotype", "cifar10"),
          file);
      pixels = images.toFloatArray();
      long[] classes = network.folded().logits(images).argMax(1).toLongArray();
      expected = Arrays.stream(classes).mapToInt(Math::toIntExact).toArray();
    }

    assertThat(classes(file, pixels)).isEqualTo(expected);
  }

  private static int[] classes(Path file, float[] pixels) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor images =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(pixels), new long[] {256, 3, 32, 32});
        OrtSession.Result result = session.run(Map.of("images", images))) {
      assertThat(
              ((TensorInfo) session.getInputInfo().values().iterator().next().getInfo()).getShape())
          .containsExactly(-1, 3, 32, 32);
      assertThat(session.getMetadata().getCustomMetadata()).containsEntry("dataset", "cifar10");
      float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
      return Arrays.stream(logits).mapToInt(StrangerTest::greatest).toArray();
    }
  }

  private static int greatest(float[] logits) {
    int greatest = 0;
    for (int i = 1; i < logits.length; i++) {
      greatest = logits[i] > logits[greatest] ? i : greatest;
    }
    return greatest;
  }

  /**
   * From version 1.29.0 on, ONNX Runtime's library for Linux opens connections to report its use.
   */
  @Test
  void meetsALibraryThatOpensNoConnection() throws IOException {
    for (String platform : new String[] {"linux-x64", "linux-aarch64"}) {
      String path = "/ai/onnxruntime/native/" + platform + "/libonnxruntime.so";
      try (InputStream library =
          Objects.requireNonNull(OrtEnvironment.class.getResourceAsStream(path))) {
        String bytes = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(bytes.contains("CreateSession")).as("it is the library").isTrue();
        assertThat(bytes.contains("getaddrinfo")).as("it looks for no host").isFalse();
      }
    }
  }
}
