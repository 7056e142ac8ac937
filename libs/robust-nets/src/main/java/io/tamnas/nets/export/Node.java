package io.tamnas.nets.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;

/**
 * One operation of a graph (ONNX operators, version 17 of the default domain). Inputs are names of
 * results or constants.
 */
sealed interface Node {

  /** As ONNX names it. */
  String operator();

  List<String> inputs();

  default List<AttributeProto> attributes() {
    return List.of();
  }

  /** A function of each value, or of each map. */
  record Unary(OneToOne function, String input) implements Node {
    enum OneToOne {
      RELU("Relu"),
      SIGMOID("Sigmoid"),
      GLOBAL_AVERAGE("GlobalAveragePool");

      private final String operator;

      OneToOne(String operator) {
        this.operator = operator;
      }
    }

    @Override
    public String operator() {
      return function.operator;
    }

    @Override
    public List<String> inputs() {
      return List.of(input);
    }
  }

  /** A function of two tensors; one is repeated along the axes that it lacks. */
  record Binary(TwoToOne function, String left, String right) implements Node {
    enum TwoToOne {
      ADD("Add"),
      SUBTRACT("Sub"),
      MULTIPLY("Mul"),
      DIVIDE("Div"),
      /** Of the last two axes. */
      MATRIX_PRODUCT("MatMul");

      private final String operator;

      TwoToOne(String operator) {
        this.operator = operator;
      }
    }

    @Override
    public String operator() {
      return function.operator;
    }

    @Override
    public List<String> inputs() {
      return List.of(left, right);
    }
  }

  /**
   * Of N × input × H × W with a kernel of output × input/groups × kernel × kernel, padded by half a
   * kernel on every side.
   *
   * @param inputs the maps, the weight, and the bias where there is one
   */
  record Convolution(List<String> inputs, int kernel, int stride, int groups) implements Node {
    public Convolution {
      inputs = List.copyOf(inputs);
    }

    @Override
    public String operator() {
      return "Conv";
    }

    @Override
    public List<AttributeProto> attributes() {
      int padding = kernel / 2;
      return List.of(
          Attributes.number("group", groups),
          Attributes.numbers("kernel_shape", kernel, kernel),
          Attributes.numbers("pads", padding, padding, padding, padding),
          Attributes.numbers("strides", stride, stride));
    }
  }

  /**
   * The greatest of each 2 × 2 values, of fewer where an odd side ends.
   *
   * @param height of the maps
   * @param width of the maps
   */
  record MaxPooling(String input, int height, int width) implements Node {
    @Override
    public String operator() {
      return "MaxPool";
    }

    @Override
    public List<String> inputs() {
      return List.of(input);
    }

    @Override
    public List<AttributeProto> attributes() {
      return List.of(
          Attributes.numbers("kernel_shape", 2, 2),
          Attributes.numbers("pads", 0, 0, height % 2, width % 2),
          Attributes.numbers("strides", 2, 2));
    }
  }

  /** One after the other along the channels. */
  record Concatenation(String first, String second) implements Node {
    @Override
    public String operator() {
      return "Concat";
    }

    @Override
    public List<String> inputs() {
      return List.of(first, second);
    }

    @Override
    public List<AttributeProto> attributes() {
      return List.of(Attributes.number("axis", 1));
    }
  }

  /** Some entries along some axes; all but the input are vectors of int64. */
  record Slice(String input, String starts, String ends, String axes, String steps)
      implements Node {
    @Override
    public String operator() {
      return "Slice";
    }

    @Override
    public List<String> inputs() {
      return List.of(input, starts, ends, axes, steps);
    }
  }

  /** The same values; of the shape, 0 keeps an axis and −1 takes what is left. */
  record Reshape(String input, String shape) implements Node {
    @Override
    public String operator() {
      return "Reshape";
    }

    @Override
    public List<String> inputs() {
      return List.of(input, shape);
    }
  }

  /** N × rows × columns to N × columns × rows. */
  record Transpose(String input) implements Node {
    @Override
    public String operator() {
      return "Transpose";
    }

    @Override
    public List<String> inputs() {
      return List.of(input);
    }

    @Override
    public List<AttributeProto> attributes() {
      return List.of(Attributes.numbers("perm", 0, 2, 1));
    }
  }

  /** Along the last axis. */
  record Softmax(String input) implements Node {
    @Override
    public String operator() {
      return "Softmax";
    }

    @Override
    public List<String> inputs() {
      return List.of(input);
    }

    @Override
    public List<AttributeProto> attributes() {
      return List.of(Attributes.number("axis", -1));
    }
  }

  /** N × C × 1 × 1 to N × C. */
  record Flatten(String input) implements Node {
    @Override
    public String operator() {
      return "Flatten";
    }

    @Override
    public List<String> inputs() {
      return List.of(input);
    }

    @Override
    public List<AttributeProto> attributes() {
      return List.of(Attributes.number("axis", 1));
    }
  }

  /** N × C times the transposed of outputs × C. */
  record Linear(String input, String weight) implements Node {
    @Override
    public String operator() {
      return "Gemm";
    }

    @Override
    public List<String> inputs() {
      return List.of(input, weight);
    }

    @Override
    public List<AttributeProto> attributes() {
      return List.of(Attributes.number("transB", 1));
    }
  }
}
