package io.tamnas.nets.export;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * An ONNX file in ONNX Runtime, on one CPU thread. Knows of the network only what the file says:
 * the first input is float32, batch × C × H × W; the first output float32, batch × classes.
 *
 * <p>ONNX Runtime unpacks its native libraries once per process, into a directory of its own under
 * {@code java.io.tmpdir}, which must be writable, and deletes them when the process ends; where
 * {@code onnxruntime.native.path} names a directory that has them, it unpacks nothing. It reaches
 * for no network: see {@code docs/decisions/0011-pin-a-silent-onnx-runtime.md}.
 */
final class OnnxClassifier implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final long[] shape;

  /**
   * Loads the file.
   *
   * @throws RefusedFileException where ONNX Runtime does not take it
   * @throws IllegalStateException where it is not there, or memory does not suffice
   */
  OnnxClassifier(Path file) {
    try {
      environment = OrtEnvironment.getEnvironment("tamnas");
      environment.setTelemetry(false);
      session = open(file);
      NodeInfo first = session.getInputInfo().values().iterator().next();
      input = first.getName();
      shape = ((TensorInfo) first.getInfo()).getShape();
    } catch (OrtException e) {
      throw RefusedFileException.of(file + " cannot be loaded", e);
    }
  }

  private OrtSession open(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      return environment.createSession(file.toString(), options);
    }
  }

  /** Name and version of what computes. */
  String runtime() {
    return "onnxruntime " + environment.getVersion();
  }

  /** Values of an image. */
  int imageSize() {
    return Math.toIntExact(shape[1] * shape[2] * shape[3]);
  }

  /**
   * Classifies.
   *
   * @param images N × C × H × W in [0, 1], in row-major order
   * @return N × classes, in row-major order
   * @throws RefusedFileException where ONNX Runtime does not run it
   * @throws IllegalStateException where memory does not suffice
   */
  float[] logits(float[] images) {
    long[] axes = shape.clone();
    axes[0] = images.length / imageSize();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), axes);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return values(result.get(0));
    } catch (OrtException e) {
      throw RefusedFileException.of("the exported network fails", e);
    }
  }

  private static float[] values(OnnxValue result) {
    FloatBuffer buffer = ((OnnxTensor) result).getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the exported network cannot be closed", e);
    }
  }
}
