"""The float twin of the integer runtime: latent chain, window network, mixture heads.

Kingma, Abbeel & Ho 2019 for the chain of latents; the likelihood is local, as in Zhang, Zhang & McDonagh 2021 (NeLLoC).
Shapes: B crops of S x S pixels; N sampled pixels; q latent width; r stride of a latent layer.
"""

from __future__ import annotations

import math
from typing import cast

import torch
import torch.nn.functional as F  # noqa: N812  # as everybody calls it
from torch import Tensor, nn

from bitswap_app.model.config import LATENT_MAX, LATENT_UNIT, UNIT, LatentLayer, ModelConfig
from bitswap_app.model.context import experts_of
from bitswap_app.training.losses import channel_ends, limit_gradient, logistic_log_mass, mixture_log_mass
from bitswap_app.training.quantise import Dense, Rectify, round_through

FEATURE_MAX = 127  # features enter the window network beside signed 8-bit differences
PIXEL_INPUTS = 9 * 16  # levels, residuals and their sizes, of 4 x 4 pixels
LATENT_ENDS = -LATENT_MAX, LATENT_MAX
POSTERIOR_LOG_SCALES = (0.25, 4.5)  # log bins; below the first, the grid of bins would show


class Residual(nn.Module):
    """x + W2 relu(W1 relu(x)), W2 starting at zero; W1 is 1 x 1 or 3 x 3."""

    def __init__(self, width: int, kernel: int) -> None:
        super().__init__()
        self.relu_a, self.a = Rectify(), Dense(width, width, kernel=kernel, gain=2**0.5)
        self.relu_b, self.b = Rectify(), Dense(width, width, gain=0.0)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.b(self.relu_b(self.a(self.relu_a(x))))


class Down(nn.Module):
    """Half the resolution: 2 x 2 pixels side by side, then a linear layer."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.relu, self.mix = Rectify(), Dense(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.mix(F.pixel_unshuffle(self.relu(x), 2))


class Up(nn.Module):
    """Twice the resolution: a linear layer, then 2 x 2 pixels from each."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.relu, self.mix = Rectify(), Dense(width, 4 * width)

    def forward(self, x: Tensor) -> Tensor:
        return F.pixel_shuffle(self.mix(self.relu(x)), 2)


class Parameters(nn.Module):
    """The last layer of a latent network: [B, q, h, w] -> means and log-scales in bins, each [B, c, h, w]."""

    def __init__(self, width: int, channels: int, kernel: int, *, log_scale: float, gain: float) -> None:
        super().__init__()
        self.relu, self.out = Rectify(), Dense(width, 2 * channels, kernel=kernel, gain=gain)
        with torch.no_grad():
            self.out.bias[channels:] = log_scale / 2

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        means, log_scales = self.out(self.relu(x)).float().chunk(2, 1)
        return (means * 4 * LATENT_UNIT).clamp(-LATENT_MAX, LATENT_MAX), (log_scales * 2).clamp(*POSTERIOR_LOG_SCALES)


class FromPixels(nn.Module):
    """q(z1 | x): levels, residuals and their sizes, 4 x 4 pixels at a time, then down to z1's resolution."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        q, layer = config.latent_width, config.latents[0]
        body: list[nn.Module] = [Dense(PIXEL_INPUTS, q), Residual(q, 3)]
        for _ in range(config.halvings):
            body += [Down(q), Residual(q, 3)]
        self.body, self.out = nn.Sequential(*body), Parameters(q, layer.channels, 1, log_scale=0.5, gain=0.4)

    def forward(self, levels: Tensor, residuals: Tensor) -> tuple[Tensor, Tensor]:
        """Both float[B, 3, S, S], in levels."""
        x = torch.cat([levels, residuals, residuals.abs()], 1).clamp(-127, 127) / UNIT
        return self.out(self.body(F.pixel_unshuffle(x, 4)))


class UpChain(nn.Module):
    """q(z_above | z_below)."""

    def __init__(self, below: LatentLayer, above: LatentLayer, q: int) -> None:
        super().__init__()
        halve: list[nn.Module] = [Down(q)] if above.stride > below.stride else []
        self.body = nn.Sequential(Dense(below.channels, q, kernel=3), *halve, Residual(q, 3))
        self.out = Parameters(q, above.channels, 1, log_scale=0.5, gain=0.4)

    def forward(self, z: Tensor) -> tuple[Tensor, Tensor]:
        return self.out(self.body(z / LATENT_UNIT))


class DownChain(nn.Module):
    """p(z_below | z_above)."""

    def __init__(self, below: LatentLayer, above: LatentLayer, q: int) -> None:
        super().__init__()
        double: list[nn.Module] = [Up(q)] if above.stride > below.stride else []
        self.body = nn.Sequential(Dense(above.channels, q, kernel=3), Residual(q, 3), *double)
        self.out = Parameters(q, below.channels, 3, log_scale=math.log(LATENT_UNIT), gain=0.1)

    def forward(self, z: Tensor) -> tuple[Tensor, Tensor]:
        return self.out(self.body(z / LATENT_UNIT))


class Features(nn.Module):
    """z1 -> what it tells each pixel: float[B, features, S, S] in -FEATURE_MAX / UNIT..FEATURE_MAX / UNIT.

    Signed, because rectified ones died within a hundred steps: latents are noise at first, and silencing them pays.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        q, layer = config.latent_width, config.latents[0]
        body: list[nn.Module] = [Dense(layer.channels, q, kernel=3), Residual(q, 3)]
        for _ in range(config.halvings):
            body += [Up(q), Residual(q, 3)]
        self.body, self.relu, self.out = nn.Sequential(*body), Rectify(), Dense(q, 16 * config.features)

    def forward(self, z: Tensor) -> Tensor:
        x = F.pixel_shuffle(self.out(self.relu(self.body(z / LATENT_UNIT))), 4)
        x = x.clamp(-FEATURE_MAX / UNIT, FEATURE_MAX / UNIT)
        return round_through(x * UNIT) / UNIT if self.out.quantised else x


class WindowNetwork(nn.Module):
    """Context rows and features -> parameters of the mixtures of Y, Co, Cg, each seeing the residuals before it."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        width, k = config.width, config.mixture
        self._input_steps = [1 / UNIT] * (config.context_inputs + config.features)
        self._features = config.features
        self.gradient_limit = math.inf  # of the loss with respect to one output for one pixel
        self.first = Dense(config.context_inputs + config.features, width, gain=0.7)
        self.trunk = nn.Sequential(*[Residual(width, 1) for _ in range(config.depth)])
        self.relu = Rectify()
        self.hidden = Dense(width + config.features, 3 * config.head, gain=1.0)
        self.earlier = nn.ModuleList([nn.Linear(c, config.head, bias=False) for c in (1, 2)])
        self.head_relu = nn.ModuleList([Rectify() for _ in range(3)])
        self.out = nn.ModuleList([Dense(config.head, 3 * k, gain=0.1) for _ in range(3)])
        with torch.no_grad():
            for head in self.out:
                head.bias[2 * k :] = torch.linspace(3.0, 0.5, k)

    def hidden_steps(self) -> Tensor:
        """float32[width + features]: the size of one integer of each input of the hidden layer.

        No gradient goes through them: it is of the weights' rounding errors alone, and made the step grow to several
        times what the activations need, as rows whose features have the larger weights then lose less.
        """
        return torch.cat(
            [
                torch.exp(self.relu.log_step.detach()).expand(self.hidden.weight.shape[1] - self._features),
                torch.full((self._features,), 1 / UNIT),
            ]
        )

    def forward(self, inputs: Tensor, features: Tensor, residuals: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Three float32[N, 3K] for Y, Co, Cg: logits, mean offsets in levels, log-scales.

        inputs [N, I] (integers); features [N, F]; residuals [N, 3] in levels.
        """
        x = self.first(torch.cat([inputs / UNIT, features], 1))
        t = torch.cat([self.relu(self.trunk(x)), features], 1)
        hidden = self.hidden(t, self.hidden_steps() if self.hidden.quantised else None)
        known = residuals.clamp(-127, 127) / UNIT
        rates = []
        for c, own in enumerate(hidden.chunk(3, 1)):
            u = own + self.earlier[c - 1](known[:, :c]) if c else own
            p = self.out[c](self.head_relu[c](u)).float()
            if self.training:
                p = limit_gradient(p, self.gradient_limit)
            logits, offsets, log_scales = p.chunk(3, 1)
            rates.append(torch.cat([logits, offsets * UNIT, log_scales], 1))
        return rates[0], rates[1], rates[2]

    def nats(self, features: Tensor, inputs: Tensor, predictors: Tensor, symbols: Tensor, colours: Tensor) -> Tensor:
        """float32[3, N] nats of Y, Co, Cg.

        features [N, F]; inputs int8[N, I]; predictors and symbols float32[N, 3] in levels
        """
        mixtures = self(inputs.to(features.dtype), features, symbols - predictors)
        found = [
            -mixture_log_mass(symbols[:, c], mixtures[c], predictors[:, c], channel_ends(c, symbols, colours))
            for c in range(3)
        ]
        return torch.stack(found)


def sample_bins(means: Tensor, log_scales: Tensor) -> Tensor:
    """A reparametrised draw, rounded to bins, gradients straight through."""
    uniform = torch.rand_like(means).clamp(1e-5, 1 - 1e-5)
    z = means + torch.exp(log_scales) * (torch.log(uniform) - torch.log1p(-uniform))
    return round_through(z.clamp(-LATENT_MAX, LATENT_MAX))


class BitSwapNetwork(nn.Module):
    """The whole model. forward gives the parts of a negative ELBO in nats."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        q, pairs = config.latent_width, list(zip(config.latents, config.latents[1:], strict=False))
        self.from_pixels = FromPixels(config)
        self.up = nn.ModuleList([UpChain(below, above, q) for below, above in pairs])
        self.down = nn.ModuleList([DownChain(below, above, q) for below, above in pairs])
        top = config.latents[-1].channels
        self.top_means = nn.Parameter(torch.zeros(top))
        self.top_log_scales = nn.Parameter(torch.full((top,), math.log(LATENT_UNIT)))
        self.features = Features(config)
        networks = [WindowNetwork(config) for _ in range(config.experts)]
        self.window = networks[0] if len(networks) == 1 else nn.ModuleList(networks)

    @property
    def experts(self) -> list[WindowNetwork]:
        """The window networks, each for the pixels of some activity (model/context.py)."""
        return (
            [cast(WindowNetwork, m) for m in self.window] if isinstance(self.window, nn.ModuleList) else [self.window]
        )

    def latents(self, levels: Tensor, residuals: Tensor, keep: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Sample the chain: (z1, KL of each layer in nats, each [B]).

        keep  float[B], 1 or 0: crops with 0 are coded without latents, so their z1 is 0 and costs nothing.
        """
        mask = keep[:, None, None, None]
        posteriors = [self.from_pixels(levels, residuals)]
        samples = [sample_bins(*posteriors[0]) * mask]
        for network in self.up:
            posteriors.append(network(samples[-1]))
            samples.append(sample_bins(*posteriors[-1]))
        priors = [network(z) for network, z in zip(self.down, samples[1:], strict=True)]
        shape = (1, -1, 1, 1)
        priors.append((self.top_means.view(shape), self.top_log_scales.view(shape).clamp(*POSTERIOR_LOG_SCALES)))
        divergences = [
            keep * (logistic_log_mass(z, *q, LATENT_ENDS) - logistic_log_mass(z, *p, LATENT_ENDS)).flatten(1).sum(1)
            for z, q, p in zip(samples, posteriors, priors, strict=True)
        ]
        return samples[0], divergences

    def pixels(
        self, z: Tensor, rows: Tensor, inputs: Tensor, predictors: Tensor, symbols: Tensor, colours: Tensor
    ) -> Tensor:
        """float32[3, N] nats of Y, Co, Cg of the sampled pixels.

        rows int64[N, 3]; the others as nats takes them.
        """
        features = self.features(z).permute(0, 2, 3, 1)[rows[:, 0], rows[:, 1], rows[:, 2]]
        return self.likelihood(features, inputs, predictors, symbols, colours)

    def likelihood(
        self, features: Tensor, inputs: Tensor, predictors: Tensor, symbols: Tensor, colours: Tensor
    ) -> Tensor:
        """What pixels gives, from the sampled pixels' features [N, F]."""
        given = (features, inputs, predictors, symbols, colours)
        which = torch.from_numpy(experts_of(inputs.numpy(), self.config))
        order = torch.argsort(which, stable=True)
        counts = torch.bincount(which, minlength=self.config.experts).tolist()
        shares = zip(*(x[order].split(counts) for x in given), strict=True)
        parts = [expert.nats(*share) for expert, share in zip(self.experts, shares, strict=True) if len(share[0])]
        return torch.cat(parts, 1)[:, torch.argsort(order)]
