"""Standard AutoAttack by pyautoattack on the reference network."""

import sys

import pyautoattack
import torch

import network
import turns

EPSILON = 8 / 255


def attack(model, images, labels):
    attacker = pyautoattack.AutoAttack(
        model, norm="Linf", eps=EPSILON, version="standard", device="cpu", seed=0
    )
    adversarial, _ = attacker.run_standard_evaluation(images, labels, batch_size=len(images))
    with torch.no_grad():
        return model(adversarial).argmax(1) == labels


def main(shared, _exchange, warmups):
    turns.prepare()
    model = network.load(shared)
    images, labels = network.images(shared)

    def run():
        return {"verdicts": network.marks(attack(model, images, labels))}

    turns.take(run, int(warmups))


if __name__ == "__main__":
    main(*sys.argv[1:])
