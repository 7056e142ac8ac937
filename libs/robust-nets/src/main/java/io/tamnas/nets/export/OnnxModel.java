package io.tamnas.nets.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network as an ONNX file that needs nothing else (github.com/onnx/onnx, docs/IR.md). Pixels are
 * normalized inside. The bytes are a function of network and origin alone.
 *
 * <p>Input {@value #IMAGES}: float32, batch × C × H × W in [0, 1], any batch. Output {@value
 * #LOGITS}: float32, batch × classes.
 */
public final class OnnxModel {
  /** Version of the operators. */
  public static final int OPSET = 17;

  /** Name of the input. */
  public static final String IMAGES = "images";

  /** Name of the output. */
  public static final String LOGITS = "logits";

  /** The version of the format that came with the operators' (ONNX 1.12, docs/Versioning.md). */
  private static final long FORMAT = 8;

  private OnnxModel() {}

  /** Writes the file, in place of one that is there. */
  public static void write(FoldedNetwork network, Origin origin, Path file) {
    ModelProto model = model(network, origin);
    try (OutputStream stream = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(stream);
      coded.useDeterministicSerialization();
      model.writeTo(coded);
      coded.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelProto model(FoldedNetwork network, Origin origin) {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("tamnas")
            .setGraph(NetworkGraph.of(network));
    model.addOpsetImportBuilder().setDomain("").setVersion(OPSET);
    note(model, "space", origin.space());
    note(model, "genotype", origin.genotype());
    note(model, "dataset", origin.dataset());
    note(model, "classes", Integer.toString(network.plan().classes()));
    note(model, "opset", Integer.toString(OPSET));
    return model.build();
  }

  private static void note(ModelProto.Builder model, String key, String value) {
    model.addMetadataPropsBuilder().setKey(key).setValue(value);
  }
}
