"""One step of training: the gradients of a batch, an optimiser's step, the running average of the weights."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from bitswap_app.model.config import EXPERTS_MAX, FAST, HIGH, STANDARD, TINY
from bitswap_app.model.context import experts_of
from bitswap_app.training import parallel
from bitswap_app.training.data import Batch
from bitswap_app.training.network import BitSwapNetwork
from bitswap_app.training.optimiser import MuonAdamW
from bitswap_app.training.quantise import Dense, Rectify, switch_quantised

log = logging.getLogger("train")
CONFIGS = {"fast": FAST, "high": HIGH, "standard": STANDARD, "tiny": TINY}


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a run's course depends on, beside the pictures."""

    learning_rate: float = 2e-3
    warm_up: int = 300
    betas: tuple[float, float] = (0.9, 0.98)
    clip: float = 0.5
    ema: float = 0.998
    crops: int = 16  # a step, over all processes
    pixels: int = 4096  # sampled from each crop
    rows: int = 2048  # pixels that a window network takes at a time: few enough to stay in a core's own cache
    without_latents: float = 0.05  # share of crops coded with z1 = 0, as a part of every stream is
    gradient_limit: float = 25.0  # of a pixel's nats with respect to one output of its head
    kl_free: int = 1000  # steps in which latents cost nothing, so that the window network comes to listen to them
    kl_warm_up: int = 4000  # steps in which their weight then rises to 1
    free_bits: float = 0.0003  # bits per sub-pixel that a layer's KL may always cost for nothing


def bf16_pays() -> bool:
    """Whether bfloat16 is faster here: several times with AMX or AVX512-BF16, not at all without. Measured."""

    def seconds(dtype: torch.dtype) -> float:
        a, b = torch.ones(4096, 128, dtype=dtype), torch.ones(128, 128, dtype=dtype)
        best = math.inf
        for _ in range(8):
            start = time.perf_counter()
            torch.mm(a, b)
            best = min(best, time.perf_counter() - start)
        return best

    return seconds(torch.bfloat16) < 0.8 * seconds(torch.float32)


def blocks_of(which: NDArray[np.int64], rows: int) -> list[tuple[int, NDArray[np.int64]]]:
    """Pixels by network in blocks of one size: (network, int64[rows] places in which). What is over is left out.

    Of one size because a product of a new shape costs libraries more to plan than to compute.
    """
    order = np.argsort(which, kind="stable")
    ends = np.bincount(which).cumsum()
    return [
        (network, order[first : first + rows])
        for network, (begin, end) in enumerate(pairwise([0, *ends.tolist()]))
        for first in range(begin, end - rows + 1, rows)
    ]


class Trainer:
    """One run: network, its running average, optimiser, step count and seconds trained."""

    def __init__(self, network: BitSwapNetwork, recipe: Recipe, *, compiled: bool) -> None:
        self.network, self.recipe = network.to(memory_format=torch.channels_last), recipe
        self.average = {name: p.detach().clone() for name, p in network.named_parameters()}
        self._dtype = torch.bfloat16 if bf16_pays() else torch.float32
        self.optimiser = MuonAdamW(network, recipe.learning_rate, recipe.betas, self._dtype)
        self.step, self.seconds = 0, 0.0
        each = network.experts
        for expert in each:  # its loss is a mean over this process's pixels
            expert.gradient_limit = (
                recipe.gradient_limit * parallel.processes() / (recipe.crops * recipe.pixels * 3 * math.log(2))
            )
        log.info("arithmetic: %s, compiled: %s", self._dtype, compiled)
        torch._dynamo.config.recompile_limit = 4 * EXPERTS_MAX  # noqa: SLF001  # every expert counts as one
        self._nats = [torch.compile(expert.nats, dynamic=False) if compiled else expert.nats for expert in each]

    def state(self) -> dict[str, object]:
        return {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }

    def load(self, state: dict[str, object]) -> None:
        self.network.load_state_dict(state["network"])
        kept = state["average"]  # in any order: a snapshot's is by name
        self.average = {name: kept[name] for name, _ in self.network.named_parameters()}
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]

    def update(self, batch: Batch, factor: float) -> dict[str, float]:
        """One optimiser step at factor times the learning rate; returns bits per sub-pixel by part."""
        values = self._accumulate(batch)
        parallel.average_gradients(self.network.parameters())
        norm = float(nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip))
        if math.isfinite(norm):
            self.optimiser.step(factor)
        else:
            log.warning("step %d skipped: the gradient is not finite", self.step)
        self.optimiser.zero_grad()
        self.step += 1
        with torch.no_grad():
            kept = min(self.recipe.ema, (self.step + 1) / (self.step + 10))
            torch._foreach_lerp_(list(self.average.values()), list(self.network.parameters()), 1 - kept)
        return values | {"norm": norm}

    def _accumulate(self, batch: Batch) -> dict[str, float]:
        """Gradients of one batch; bits per sub-pixel by part.

        The latent networks see all crops at once, in channels-last order: 2.7 times faster than four crops at a time.
        The window networks take their pixels in blocks that stay in the cache, and the gradients with respect to the
        features are gathered before the one backward pass of the latent networks.
        """
        crops, side = len(batch.levels), self.network.config.tile
        levels, residuals = (
            torch.from_numpy(a).float().permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
            for a in (batch.levels, batch.residuals)
        )
        keep = (torch.rand(crops) >= self.recipe.without_latents).float()
        blocks = blocks_of(experts_of(batch.inputs, self.network.config), self.recipe.rows)
        if not blocks:
            raise ValueError("a batch has fewer pixels than a block has rows")
        with self._autocast():
            z, divergences = self.network.latents(levels, residuals, keep)
            maps = self.network.features(z).permute(0, 2, 3, 1)
            crop, y, x = torch.from_numpy(batch.rows[np.concatenate([places for _, places in blocks])]).long().T
            features = maps[crop, y, x]
        parts = features.detach().split(self.recipe.rows)
        work = [(network, places, part.requires_grad_()) for (network, places), part in zip(blocks, parts, strict=True)]
        rates = torch.stack([self._likelihood_of(batch, *each, 1 / len(work)) for each in work]).mean(0)
        to_bits = 1 / math.log(2)
        kls = [d.mean() * to_bits / (3 * side * side) for d in divergences]
        warm = min(1.0, max(0.0, (self.step - self.recipe.kl_free) / self.recipe.kl_warm_up))
        penalties = [(1e-3 + warm) * kl.clamp_min(self.recipe.free_bits) for kl in kls]
        gradient = torch.cat([cast(Tensor, part.grad) for _, _, part in work])
        torch.autograd.backward([features, torch.stack(penalties).sum()], [gradient, None])
        names = ("y", "co", "cg", *(f"kl{i + 1}" for i in range(len(kls))))
        return {name: float(v) for name, v in zip(names, [*rates, *(kl.detach() for kl in kls)], strict=True)}

    def _likelihood_of(
        self, batch: Batch, network: int, places: NDArray[np.int64], features: Tensor, weight: float
    ) -> Tensor:
        """float32[3] bits per sub-pixel of one block; weight times their gradients are added up."""
        inputs = torch.from_numpy(batch.inputs[places])
        predictors, symbols = (torch.from_numpy(a[places]).float() for a in (batch.predictors, batch.symbols))
        colours = torch.from_numpy(batch.colours[places])
        with self._autocast():
            nats = self._nats[network](features, inputs, predictors, symbols, colours)
        rates = nats.mean(1) / (3 * math.log(2))
        (rates.sum() * weight).backward()
        return rates.detach()

    def _autocast(self) -> torch.autocast:
        return torch.autocast("cpu", dtype=self._dtype, enabled=self._dtype != torch.float32)


def averaged(trainer: Trainer) -> BitSwapNetwork:
    """A copy of the network with the running average of its weights."""
    network = BitSwapNetwork(trainer.network.config)
    network.load_state_dict(trainer.network.state_dict() | trainer.average)
    switch_quantised(network, on=any(m.quantised for m in trainer.network.modules() if isinstance(m, Dense)))
    return network


@torch.no_grad()
def calibrate(trainer: Trainer, batch: Batch) -> None:
    """Set every Rectify's step from one batch seen through the running average's weights."""
    network = trainer.network
    network.load_state_dict(network.state_dict() | trainer.average)
    watched = [m for m in network.modules() if isinstance(m, Rectify)]
    hooks = [m.register_forward_pre_hook(lambda module, args: module.watch(args[0])) for m in watched]
    rows = torch.from_numpy(batch.rows).long()
    levels, residuals = (torch.from_numpy(a).float().permute(0, 3, 1, 2) for a in (batch.levels, batch.residuals))
    z, _ = network.latents(levels, residuals, torch.ones(len(levels)))
    network.pixels(
        z,
        rows,
        torch.from_numpy(batch.inputs),
        torch.from_numpy(batch.predictors).float(),
        torch.from_numpy(batch.symbols).float(),
        torch.from_numpy(batch.colours),
    )
    for hook in hooks:
        hook.remove()
    for module in watched:
        module.calibrate()
    for name, p in network.named_parameters():
        trainer.average[name].copy_(p)  # else the average would remember the steps from before for a thousand updates


def save(path: Path, state: dict[str, object]) -> None:
    """Write a checkpoint, whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)
