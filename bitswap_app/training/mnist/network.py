"""The float network: a chain of latents over digits, built of the layers that the product's network is built of."""

from __future__ import annotations

import math
from itertools import pairwise

import torch
import torch.nn.functional as F  # noqa: N812  # as everybody calls it
from torch import Tensor, nn

from bitswap_app.model.config import LATENT_UNIT, UNIT
from bitswap_app.training.losses import logistic_log_mass
from bitswap_app.training.mnist.config import DigitsConfig
from bitswap_app.training.mnist.tables import CONCENTRATIONS, LOGITS
from bitswap_app.training.network import LATENT_ENDS, POSTERIOR_LOG_SCALES, Parameters, Residual, sample_bins
from bitswap_app.training.quantise import Dense, Rectify, round_through

LEVELS = 255  # the highest level of a pixel


class Step(nn.Module):
    """A network from one map to the distributions of another."""

    def __init__(self, config: DigitsConfig, inputs: int, outputs: int, depth: int, first: int) -> None:
        super().__init__()
        pairs = [Residual(config.width, config.kernel) for _ in range(depth)]
        self.body = nn.Sequential(Dense(inputs, config.width, kernel=first), *pairs)
        self.out = Parameters(config.width, outputs, 1, log_scale=0.5, gain=0.4)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.out(self.body(x))


class Pixels(nn.Module):
    """p(x | z1): parameters of each pixel's distribution, on the grid of the tables once rounding is on."""

    def __init__(self, config: DigitsConfig) -> None:
        super().__init__()
        self.config = config
        pairs = [Residual(config.width, config.kernel) for _ in range(config.depth)]
        self.body = nn.Sequential(Dense(config.channels[0], config.width, kernel=config.kernel), *pairs)
        self.relu = Rectify()
        self.out = Dense(config.width, config.inputs * config.outputs, gain=0.5)
        with torch.no_grad():
            self.out.bias[: config.inputs] = -2.0

    def forward(self, z: Tensor) -> tuple[Tensor, ...]:
        """Each float[B, 28, 28]: logits, and log-concentrations where there are levels."""
        out = self.out(self.relu(self.body(z / LATENT_UNIT))).float().chunk(self.config.outputs, 1)
        grids = (LOGITS, CONCENTRATIONS)
        return tuple(
            F.pixel_shuffle(self._on_grid(part, *grid), self.config.patch)[:, 0]
            for part, grid in zip(out, grids, strict=False)
        )

    def _on_grid(self, values: Tensor, lowest: float, highest: float, steps: int) -> Tensor:
        values = values.clamp(lowest, highest)
        return round_through(values * steps) / steps if self.out.quantised else values


class DigitsNetwork(nn.Module):
    """The whole model. forward gives the parts of a negative ELBO in nats."""

    def __init__(self, config: DigitsConfig) -> None:
        super().__init__()
        self.config = config
        kernel, channels = config.kernel, config.channels
        self.from_pixels = Step(config, config.inputs, channels[0], config.depth, kernel)
        pairs = list(pairwise(channels))
        self.up = nn.ModuleList([Step(config, below, above, 1, kernel) for below, above in pairs])
        self.down = nn.ModuleList([Step(config, above, below, 1, kernel) for below, above in pairs])
        self.top_means = nn.Parameter(torch.zeros(channels[-1]))
        self.top_log_scales = nn.Parameter(torch.full((channels[-1],), math.log(LATENT_UNIT)))
        self.pixels = Pixels(config)

    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """uint8[B, 28, 28] -> nats of the pixels, float[B], and of each latent layer's KL, float[B, L]."""
        x = inputs(images, self.config) / UNIT
        posteriors = [self.from_pixels(F.pixel_unshuffle(x[:, None], self.config.patch))]
        samples = [sample_bins(*posteriors[0])]
        for step in self.up:
            posteriors.append(step(samples[-1] / LATENT_UNIT))
            samples.append(sample_bins(*posteriors[-1]))
        priors = [step(z / LATENT_UNIT) for step, z in zip(self.down, samples[1:], strict=True)]
        shape = (1, -1, 1, 1)
        priors.append((self.top_means.view(shape), self.top_log_scales.view(shape).clamp(*POSTERIOR_LOG_SCALES)))
        divergences = [
            (logistic_log_mass(z, *q, LATENT_ENDS) - logistic_log_mass(z, *p, LATENT_ENDS)).flatten(1).sum(1)
            for z, q, p in zip(samples, posteriors, priors, strict=True)
        ]
        nats = -log_mass(images.float(), *self.pixels(samples[0]))
        return nats.flatten(1).sum(1), torch.stack(divergences, 1)


def inputs(images: Tensor, config: DigitsConfig) -> Tensor:
    """uint8[B, 28, 28] as the integers that enter the first layer, 0..127."""
    scaled = images * UNIT if config.likelihood == "bernoulli" else images >> 1
    return scaled.float()


def log_mass(x: Tensor, logits: Tensor, log_concentrations: Tensor | None = None) -> Tensor:
    """Log-probability in nats: of bits under Bernoulli, or of levels under a beta-binomial of 255 trials.

    The beta's parameters are mean * concentration and (1 - mean) * concentration.
    """
    if log_concentrations is None:
        return -F.binary_cross_entropy_with_logits(logits, x, reduction="none")
    # in logs, because a mean near 0 or 1 cancels
    alpha = torch.exp(F.logsigmoid(logits) + log_concentrations)
    beta = torch.exp(F.logsigmoid(-logits) + log_concentrations)
    total, y = alpha + beta, LEVELS - x
    choose = math.lgamma(LEVELS + 1) - torch.lgamma(x + 1) - torch.lgamma(y + 1)
    shaped = torch.lgamma(x + alpha) - torch.lgamma(alpha) + torch.lgamma(y + beta) - torch.lgamma(beta)
    return choose + shaped + torch.lgamma(total) - torch.lgamma(total + LEVELS)
