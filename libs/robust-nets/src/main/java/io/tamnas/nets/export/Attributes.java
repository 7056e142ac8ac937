package io.tamnas.nets.export;

import ai.onnx.proto.OnnxMl.AttributeProto;

/** Attributes of nodes. */
final class Attributes {
  private Attributes() {}

  /** One integer. */
  static AttributeProto number(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** Several integers. */
  static AttributeProto numbers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }
}
