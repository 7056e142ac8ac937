"""PGD-20 on the reference network: the plain loop, every image through every step."""

import sys

import torch
import torch.nn.functional as F

import network
import turns

EPSILON = 8 / 255
STEP = 2 / 255
STEPS = 20


def attack(model, images, labels):
    """Which images are classified correctly as they are and after every step."""
    adversarial = images.clone()
    robust = torch.ones(len(images), dtype=torch.bool)
    for _ in range(STEPS):
        adversarial.requires_grad_()
        logits = model(adversarial)
        robust &= logits.argmax(1) == labels
        loss = F.cross_entropy(logits, labels, reduction="sum")
        (gradient,) = torch.autograd.grad(loss, adversarial)
        with torch.no_grad():
            adversarial = adversarial + STEP * gradient.sign()
            adversarial = torch.min(torch.max(adversarial, images - EPSILON), images + EPSILON)
            adversarial = adversarial.clamp(0, 1)
    with torch.no_grad():
        robust &= model(adversarial).argmax(1) == labels
    return robust


def main(shared, _exchange, warmups):
    turns.prepare()
    model = network.load(shared)
    images, labels = network.images(shared)
    turns.take(
        lambda: {"verdicts": network.marks(attack(model, images, labels))}, int(warmups)
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
