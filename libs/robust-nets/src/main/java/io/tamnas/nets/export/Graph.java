package io.tamnas.nets.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * An ONNX graph that grows node by node, in the order of computation. Tensors are named after the
 * parameters that they hold, results after their operator and place.
 */
final class Graph {
  private static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tamnas");
  private final Set<String> constants = new HashSet<>();

  /** An input, float32: batch × those axes. */
  String input(String name, String description, long... axes) {
    graph.addInput(described(name, axes).setDocString(description));
    return name;
  }

  /** Makes a result an output, float32: batch × those axes. */
  void output(Node last, String name, String description, long... axes) {
    add(last, name);
    graph.addOutput(described(name, axes).setDocString(description));
  }

  /** The result of a node. */
  String add(Node node) {
    return add(node, node.operator() + "_" + graph.getNodeCount());
  }

  private String add(Node node, String result) {
    NodeProto.Builder proto =
        NodeProto.newBuilder().setOpType(node.operator()).setName(result).addOutput(result);
    proto.addAllInput(node.inputs());
    proto.addAllAttribute(node.attributes());
    graph.addNode(proto);
    return result;
  }

  /** A constant, float32, in row-major order. */
  String constant(String name, float[] values, long... shape) {
    ByteBuffer bytes = littleEndian(Math.multiplyExact(values.length, Float.BYTES));
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** A vector of constants, int64. */
  String constant(String name, long... values) {
    ByteBuffer bytes = littleEndian(Math.multiplyExact(values.length, Long.BYTES));
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64, bytes, values.length);
  }

  private String constant(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    if (constants.add(name)) {
      TensorProto.Builder tensor = graph.addInitializerBuilder().setName(name);
      tensor.setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes));
      for (long axis : shape) {
        tensor.addDims(axis);
      }
    }
    return name;
  }

  GraphProto proto() {
    return graph.build();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueInfoProto.Builder described(String name, long... axes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(BATCH);
    for (long axis : axes) {
      shape.addDimBuilder().setDimValue(axis);
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor));
  }
}
