package io.tamnas.space;

import java.util.List;

/**
 * A second count of a network, built as a framework builds it: a tensor's shape is pushed through
 * padded convolutions by the arithmetic of kernels and strides, pixel by pixel.
 */
final class WalkedNetwork {

  private long parameters;
  private long products;

  private record Tensor(int channels, int height, int width) {}

  NetworkCost cost(SearchSpace space, Genotype genotype) {
    InputShape input = space.input();
    Tensor map = new Tensor(input.channels(), input.height(), input.width());
    map = normalized(convolved(map, space.stem().width(), 3, space.stem().stride(), 1));
    List<SubnetLayer> layers = space.subnet(genotype);
    for (SubnetLayer layer : layers) {
      map = layer(map, layer);
    }
    map = normalized(convolved(map, space.headWidth(), 1, 1, 1));
    linear(map.channels(), space.classes());
    return new NetworkCost(parameters, products);
  }

  private Tensor layer(Tensor map, SubnetLayer layer) {
    int evenChannels = 0;
    for (int channel = 0; channel < map.channels(); channel += 2) {
      evenChannels++;
    }
    int beside = layer.stride() == 1 ? evenChannels : map.channels();
    int entering = layer.stride() == 1 ? map.channels() - evenChannels : map.channels();
    Tensor entered = new Tensor(entering, map.height(), map.width());
    Tensor main = main(entered, layer, layer.outputChannels() - beside);
    String name = layer.block().text();
    if (name.endsWith("-se")) {
      squeezed(main);
    } else if (name.endsWith("-nl")) {
      looked(main);
    }
    if (layer.stride() == 2) {
      int kernel = layer.block().kind().kernel();
      Tensor reduced = normalized(convolved(map, beside, kernel, 2, beside));
      normalized(convolved(reduced, beside, 1, 1, 1));
    }
    return new Tensor(beside + main.channels(), main.height(), main.width());
  }

  private Tensor main(Tensor entered, SubnetLayer layer, int out) {
    int middle = layer.middleChannels();
    int stride = layer.stride();
    if (layer.block().text().startsWith("xception")) {
      Tensor map =
          normalized(convolved(entered, entered.channels(), 3, stride, entered.channels()));
      map = normalized(convolved(map, middle, 1, 1, 1));
      map = normalized(convolved(map, middle, 3, 1, middle));
      map = normalized(convolved(map, middle, 1, 1, 1));
      map = normalized(convolved(map, middle, 3, 1, middle));
      return normalized(convolved(map, out, 1, 1, 1));
    }
    int kernel = Character.digit(layer.block().text().charAt("shuffle".length()), 10);
    Tensor map = normalized(convolved(entered, middle, 1, 1, 1));
    map = normalized(convolved(map, middle, kernel, stride, middle));
    return normalized(convolved(map, out, 1, 1, 1));
  }

  private void squeezed(Tensor map) {
    int hidden = map.channels() < 36 ? 8 : map.channels() / 4;
    linear(map.channels(), hidden);
    linear(hidden, map.channels());
    parameters += hidden + map.channels();
  }

  private void looked(Tensor map) {
    int hidden = map.channels() < 20 ? 4 : map.channels() / 4;
    Tensor pooled = new Tensor(map.channels(), map.height() / 2, map.width() / 2);
    Tensor theta = convolved(map, hidden, 1, 1, 1);
    Tensor phi = convolved(pooled, hidden, 1, 1, 1);
    convolved(pooled, hidden, 1, 1, 1);
    for (int query = 0; query < theta.height() * theta.width(); query++) {
      for (int key = 0; key < phi.height() * phi.width(); key++) {
        products += hidden; // similarity
        products += hidden; // weighted value
      }
    }
    normalized(convolved(theta, map.channels(), 1, 1, 1));
  }

  private Tensor convolved(Tensor map, int out, int kernel, int stride, int groups) {
    int padding = kernel / 2;
    int perOutput = kernel * kernel * (map.channels() / groups);
    int height = 0;
    for (int y = 0; y + kernel <= map.height() + 2 * padding; y += stride) {
      height++;
    }
    int width = 0;
    for (int x = 0; x + kernel <= map.width() + 2 * padding; x += stride) {
      width++;
    }
    for (int channel = 0; channel < out; channel++) {
      parameters += perOutput;
      products += (long) perOutput * height * width;
    }
    return new Tensor(out, height, width);
  }

  private Tensor normalized(Tensor map) {
    parameters += map.channels(); // γ
    parameters += map.channels(); // β
    return map;
  }

  private void linear(int inputs, int outputs) {
    for (int output = 0; output < outputs; output++) {
      parameters += inputs;
      products += inputs;
    }
  }
}
