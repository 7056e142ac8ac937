"""The reference network as an nn.Module, its parameters named as in weights.npz."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

IMAGES = 256
RECORD = 1 + 3 * 32 * 32


def normed(convolution, relu):
    layers = [convolution, nn.BatchNorm2d(convolution.out_channels)]
    return layers + [nn.ReLU()] if relu else layers


def pointwise(inputs, outputs):
    return normed(nn.Conv2d(inputs, outputs, 1, bias=False), relu=True)


def depthwise(channels, kernel, stride):
    convolution = nn.Conv2d(
        channels, channels, kernel, stride, kernel // 2, groups=channels, bias=False
    )
    return normed(convolution, relu=False)


def main_branch(block, inputs, middle, outputs, stride):
    if block == "xception":
        return nn.Sequential(
            *depthwise(inputs, 3, stride),
            *pointwise(inputs, middle),
            *depthwise(middle, 3, 1),
            *pointwise(middle, middle),
            *depthwise(middle, 3, 1),
            *pointwise(middle, outputs),
        )
    kernel = int(block.removeprefix("shuffle"))
    return nn.Sequential(
        *pointwise(inputs, middle), *depthwise(middle, kernel, stride), *pointwise(middle, outputs)
    )


class Block(nn.Module):
    """A ShuffleNetV2 unit: part of the channels pass or are projected, the others are computed."""

    def __init__(self, block, inputChannels, outputChannels, stride, mid):
        super().__init__()
        self.stride = stride
        inputs = inputChannels // 2 if stride == 1 else inputChannels
        passed = inputChannels - inputs if stride == 1 else inputChannels
        self.main = main_branch(block, inputs, mid, outputChannels - passed, stride)
        if stride == 2:
            kernel = 3 if block == "xception" else int(block.removeprefix("shuffle"))
            self.proj = nn.Sequential(
                *depthwise(inputChannels, kernel, 2), *pointwise(inputChannels, passed)
            )

    def forward(self, x):
        if self.stride == 1:
            return torch.cat([x[:, 0::2], self.main(x[:, 1::2])], 1)
        return torch.cat([self.proj(x), self.main(x)], 1)


class Network(nn.Module):
    def __init__(self, stem, layers, head, classes=10):
        super().__init__()
        self.stem = nn.Sequential(*normed(nn.Conv2d(3, stem, 3, 1, 1, bias=False), relu=True))
        self.layers = nn.Sequential(*(Block(**layer) for layer in layers))
        self.head = nn.Sequential(*pointwise(layers[-1]["outputChannels"], head))
        self.fc = nn.Linear(head, classes, bias=False)

    def forward(self, x):
        return self.fc(self.head(self.layers(self.stem(x))).mean((2, 3)))


def load(shared):
    """The network in evaluation mode."""
    directory = Path(shared) / "fixtures" / "robust-net"
    expected = json.loads((directory / "expected.json").read_text())
    network = Network(expected["stem"], expected["layers"], expected["head"])
    with np.load(directory / "weights.npz") as weights:
        state = {name: torch.from_numpy(weights[name]) for name in weights.files}
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected or any(not name.endswith("num_batches_tracked") for name in missing):
        raise SystemExit(f"weights.npz is of another network: {missing}, {unexpected}")
    return network.eval()


def images(shared):
    """256 images in [0, 1] and their labels."""
    file = Path(shared) / "data/cifar10/cifar-10-exact-subset-bin/test_batch.bin"
    records = np.frombuffer(file.read_bytes(), np.uint8)[: IMAGES * RECORD].reshape(IMAGES, RECORD)
    pixels = records[:, 1:].astype(np.float32) / 255
    labels = records[:, 0].astype(np.int64)
    return torch.from_numpy(pixels.reshape(IMAGES, 3, 32, 32)), torch.from_numpy(labels)


def marks(verdicts):
    """One character per image: 1 where it holds."""
    return "".join("1" if verdict else "0" for verdict in verdicts.tolist())
