"""Training steps of a supernet: PGD against one path, then an update of the weights it uses.

Weights, images, labels, noise and paths are what the other side wrote into the exchange directory.
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import turns


def conv_bn(x, weight, stride=1, groups=1, relu=True):
    """Convolution, batch normalization without affine parameters, and perhaps a ReLU."""
    x = F.conv2d(x, weight, None, stride, weight.shape[-1] // 2, 1, groups)
    x = F.batch_norm(x, None, None, training=True)
    return F.relu(x, inplace=True) if relu else x


def depthwise(x, weight, stride=1):
    return conv_bn(x, weight, stride, groups=weight.shape[0], relu=False)


def main_branch(x, weights, prefix, layer):
    stride = layer["stride"]
    if layer["block"] == "xception":
        x = depthwise(x, weights[prefix + ".main.0.weight"], stride)
        x = conv_bn(x, weights[prefix + ".main.2.weight"])
        x = depthwise(x, weights[prefix + ".main.5.weight"])
        x = conv_bn(x, weights[prefix + ".main.7.weight"])
        x = depthwise(x, weights[prefix + ".main.10.weight"])
        return conv_bn(x, weights[prefix + ".main.12.weight"])
    x = conv_bn(x, weights[prefix + ".main.0.weight"])
    x = depthwise(x, weights[prefix + ".main.3.weight"], stride)
    return conv_bn(x, weights[prefix + ".main.5.weight"])


def block(x, weights, index, layer):
    prefix = f"layers.{index}.{layer['block']}"
    if layer["stride"] == 1:
        return torch.cat([x[:, 0::2], main_branch(x[:, 1::2], weights, prefix, layer)], 1)
    projected = depthwise(x, weights[prefix + ".proj.0.weight"], 2)
    projected = conv_bn(projected, weights[prefix + ".proj.2.weight"])
    return torch.cat([projected, main_branch(x, weights, prefix, layer)], 1)


def forward(x, weights, constants, layers):
    x = (x - constants["pixels.mean"]) / constants["pixels.deviation"]
    x = conv_bn(x, weights["stem.0.weight"])
    for index, layer in enumerate(layers):
        x = block(x, weights, index, layer)
    x = conv_bn(x, weights["head.0.weight"])
    return F.linear(x.mean((2, 3)), weights["classifier.weight"])


class Training:
    def __init__(self, exchange):
        exchange = Path(exchange)
        plan = json.loads((exchange / "plan.json").read_text())
        self.steps = plan["steps"]
        self.attack = plan["attack"]
        self.faint_attack = plan["faintAttack"]
        self.optimizer = plan["optimizer"]
        self.rates = {int(steps): rates for steps, rates in plan["learningRates"].items()}
        self.initial = {}
        values = np.fromfile(exchange / "weights.f32", "<f4")
        for name, shape in plan["weights"]:
            size = int(np.prod(shape))
            self.initial[name] = torch.from_numpy(values[:size].reshape(shape).copy())
            values = values[size:]
        shape = (len(self.steps), -1, *plan["imageShape"])
        self.images = torch.from_numpy(np.fromfile(exchange / "images.f32", "<f4").reshape(shape))
        self.noise = torch.from_numpy(np.fromfile(exchange / "noise.f32", "<f4").reshape(shape))
        self.labels = [torch.tensor(step["labels"]) for step in self.steps]

    def reset(self):
        self.weights = {name: value.clone() for name, value in self.initial.items()}
        self.momenta = {name: torch.zeros_like(value) for name, value in self.initial.items()}

    def run(self, steps, attack):
        """The mean loss of that many steps."""
        losses = [self.step(i, self.rates[steps][i], attack) for i in range(steps)]
        return sum(losses) / steps

    def step(self, i, learning_rate, attack):
        slices = {
            name: tuple(slice(length) for length in shape)
            for name, shape in self.steps[i]["parameters"]
        }
        used = {name: self.weights[name][s].clone().requires_grad_() for name, s in slices.items()}
        adversarial = self.craft(i, used, attack)
        logits = forward(adversarial, used, self.weights, self.steps[i]["layers"])
        loss = F.cross_entropy(logits, self.labels[i])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(used.values(), self.optimizer["clipNorm"])
        self.update(used, slices, learning_rate)
        return loss.item()

    def craft(self, i, weights, attack):
        """PGD from a random start."""
        images = self.images[i]
        epsilon = attack["epsilon"]
        adversarial = (images + (2 * self.noise[i] - 1) * epsilon).clamp(0, 1)
        for _ in range(attack["steps"]):
            adversarial.requires_grad_()
            logits = forward(adversarial, weights, self.weights, self.steps[i]["layers"])
            loss = F.cross_entropy(logits, self.labels[i])
            (gradient,) = torch.autograd.grad(loss, adversarial)
            with torch.no_grad():
                adversarial = adversarial + attack["stepSize"] * gradient.sign()
                adversarial = torch.min(torch.max(adversarial, images - epsilon), images + epsilon)
                adversarial = adversarial.clamp(0, 1)
        return adversarial

    @torch.no_grad()
    def update(self, used, slices, learning_rate):
        """SGD with Nesterov momentum and weight decay on the used slices."""
        momentum = self.optimizer["momentum"]
        for name, variable in used.items():
            weight = self.weights[name][slices[name]]
            velocity = self.momenta[name][slices[name]]
            gradient = variable.grad.add(weight, alpha=self.optimizer["weightDecay"])
            velocity.mul_(momentum).add_(gradient)
            weight.sub_(gradient.add_(velocity, alpha=momentum), alpha=learning_rate)


def main(_shared, exchange, warmups):
    turns.prepare()
    training = Training(exchange)
    *shorter, longest = sorted(training.rates)
    faint = []
    for steps in shorter:
        training.reset()
        faint.append(training.run(steps, training.faint_attack))
    turns.take(
        lambda: {"losses": [*faint, training.run(longest, training.attack)]},
        int(warmups),
        training.reset,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
