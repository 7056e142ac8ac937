package io.tamnas.quickstart;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tamnas.nets.dataset.Images;
import java.nio.FloatBuffer;
import java.util.Map;

/** A program that has an exported file, images and ONNX Runtime, and nothing else of ours. */
final class Stranger {

  private Stranger() {}

  /**
   * How many of the first images the file classifies correctly.
   *
   * @param side of the square images, which have three channels
   */
  static int correct(byte[] file, Images images, int side, int count) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file);
        OnnxTensor tensor =
            OnnxTensor.createTensor(
                environment,
                FloatBuffer.wrap(pixels(images, 3 * side * side, count)),
                new long[] {count, 3, side, side});
        OrtSession.Result result = session.run(Map.of("images", tensor))) {
      float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
      int correct = 0;
      for (int i = 0; i < count; i++) {
        correct += greatest(logits[i]) == images.label(i) ? 1 : 0;
      }
      return correct;
    }
  }

  private static float[] pixels(Images images, int size, int count) {
    byte[] bytes = new byte[count * size];
    for (int i = 0; i < count; i++) {
      images.copyPixels(i, bytes, i * size);
    }
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      pixels[i] = Byte.toUnsignedInt(bytes[i]) / 255f;
    }
    return pixels;
  }

  private static int greatest(float[] logits) {
    int greatest = 0;
    for (int i = 1; i < logits.length; i++) {
      greatest = logits[i] > logits[greatest] ? i : greatest;
    }
    return greatest;
  }
}
