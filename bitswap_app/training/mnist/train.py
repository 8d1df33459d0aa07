"""Trains the float network of a config: some minutes on a CPU."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from bitswap_app.training.mnist.config import DigitsConfig
from bitswap_app.training.mnist.data import Images, drawn
from bitswap_app.training.mnist.network import DigitsNetwork
from bitswap_app.training.quantise import Rectify, switch_quantised

log = logging.getLogger("mnist")
KL_WARM_UP = (
    0.25  # share of the epochs in which the weight of the latents' cost rises to 1, so that they are not given up
)
ROUNDED = 0.2  # share of the epochs with roundings on
AVERAGE = 0.998  # a step, of the weights' running mean that is kept
CLIP = 5.0
DECAY = 0.01


def train(config: DigitsConfig, images: Images) -> DigitsNetwork:
    """The network after all epochs, its roundings on. The same on the same machine every time.

    images  of all levels; for Bernoulli they are binarised anew in every epoch
    """
    torch.manual_seed(config.seed)
    random = np.random.default_rng(config.seed)
    network = DigitsNetwork(config).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(network.parameters(), config.rate, betas=(0.9, 0.98), weight_decay=DECAY)
    average, updates = {name: p.detach().clone() for name, p in network.named_parameters()}, 0
    steps_an_epoch = len(images) // config.batch
    begun = shown = time.monotonic()
    for epoch in range(config.epochs):
        if epoch == round(config.epochs * (1 - ROUNDED)):
            with torch.no_grad():
                for name, p in network.named_parameters():
                    p.copy_(average[name])
            calibrate(network, next(batches(images, replace(config, batch=min(500, len(images))), random)))
            average, updates = {name: p.detach().clone() for name, p in network.named_parameters()}, 0
        sums = np.zeros(1 + len(config.channels))
        for step, batch in enumerate(batches(images, config, random)):
            done = (epoch + step / steps_an_epoch) / config.epochs
            nats, divergences = network(batch)
            loss = nats.mean() + min(1.0, done / KL_WARM_UP + 0.05) * divergences.sum(1).mean()
            optimiser.zero_grad()
            (loss / batch[0].numel()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            for group in optimiser.param_groups:
                group["lr"] = config.rate * rate_factor(done)
            optimiser.step()
            with torch.no_grad():
                for name, p in network.named_parameters():
                    average[name].lerp_(p, 1 - min(AVERAGE, (1 + updates) / (10 + updates)))
            updates += 1
            sums += np.array([nats.mean().item(), *divergences.mean(0).tolist()])
        if time.monotonic() - shown > 10 or epoch + 1 == config.epochs:
            shown = time.monotonic()
            bits = sums / steps_an_epoch / math.log(2) / images[0].size
            log.info(
                "%s: epoch %d, %.0f s, %.4f bits a pixel: %s", config.name, epoch + 1, shown - begun, bits.sum(), bits
            )
    with torch.no_grad():
        for name, p in network.named_parameters():
            p.copy_(average[name])
    return network.eval()


def rate_factor(done: float) -> float:
    """The learning rate's factor: a warm-up, then constant, then down to 0 in the second half."""
    return min(1.0, done * 50 + 0.02, 2 * (1 - done))


def batches(images: Images, config: DigitsConfig, random: np.random.Generator) -> Iterator[Tensor]:
    """uint8[batch, 28, 28] in a new order each time, half of the images moved by a pixel in any direction."""
    order, size = random.permutation(len(images)), config.batch
    for first in range(0, len(order) - size + 1, size):
        batch = images[order[first : first + size]].copy()
        for image, (dy, dx) in zip(
            batch, random.integers(-1, 2, (size, 2)) * random.integers(0, 2, (size, 1)), strict=True
        ):
            image[:] = np.roll(image, (dy, dx), (0, 1))  # the digits' borders are empty
        yield torch.from_numpy(drawn(batch, random) if config.likelihood == "bernoulli" else batch)


@torch.no_grad()
def calibrate(network: DigitsNetwork, images: Tensor) -> None:
    """Set the rectifiers' steps from what they see, and switch on rounding."""
    rectifiers = [part for part in network.modules() if isinstance(part, Rectify)]
    hooks = [part.register_forward_pre_hook(lambda part, x: part.watch(x[0])) for part in rectifiers]
    network(images)
    for hook in hooks:
        hook.remove()
    for part in rectifiers:
        part.calibrate()
    switch_quantised(network, on=True)


@torch.no_grad()
def elbo_bits(network: DigitsNetwork, images: Images, seed: int = 0) -> float:
    """The negative ELBO of images in bits a pixel, by one draw of the latents for each."""
    torch.manual_seed(seed)
    total = 0.0
    for first in range(0, len(images), 250):
        nats, divergences = network(torch.from_numpy(images[first : first + 250].copy()))
        total += float(nats.double().sum() + divergences.double().sum())
    return total / math.log(2) / images.size
