import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Counts how many of the first images of a CIFAR-10 file an ONNX file gets right. It knows ONNX
 * Runtime, the layout of the binary version of CIFAR-10 (per image one byte of label, then 3 planes
 * of 32 × 32 bytes) and the names of the file's input and output; nothing else.
 *
 * <pre>java -cp onnxruntime.jar scripts/OnnxAccuracy.java model.onnx test_batch.bin 256</pre>
 */
final class OnnxAccuracy {
  private static final int PIXELS = 3 * 32 * 32;

  public static void main(String[] arguments) throws OrtException, IOException {
    if (arguments.length != 3) {
      System.err.println("wanted: model.onnx, a file of CIFAR-10's binary version, how many images");
      System.exit(2);
    }
    byte[] records = Files.readAllBytes(Path.of(arguments[1]));
    int images = Integer.parseInt(arguments[2]);
    if (images < 1 || images > records.length / (1 + PIXELS)) {
      System.err.printf("the file has %d images%n", records.length / (1 + PIXELS));
      System.exit(2);
    }
    try (OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession session = environment.createSession(arguments[0])) {
      int right = 0;
      for (int image = 0; image < images; image++) {
        int first = image * (1 + PIXELS);
        right += classify(environment, session, records, first + 1) == records[first] ? 1 : 0;
      }
      System.out.printf("%d of %d images right, %.1f %%%n", right, images, 100.0 * right / images);
    }
  }

  private static int classify(
      OrtEnvironment environment, OrtSession session, byte[] records, int first)
      throws OrtException {
    float[] image = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      image[pixel] = (records[first + pixel] & 0xff) / 255f;
    }
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                environment, FloatBuffer.wrap(image), new long[] {1, 3, 32, 32});
        OrtSession.Result result = session.run(Map.of("images", input))) {
      float[] logits = ((float[][]) result.get("logits").orElseThrow().getValue())[0];
      int best = 0;
      for (int label = 1; label < logits.length; label++) {
        best = logits[label] > logits[best] ? label : best;
      }
      return best;
    }
  }
}
