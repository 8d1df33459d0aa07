"""Train the float network: `python -m bitswap_app.training.train RUN --data FOLDER`.

The schedule is warm-up, stable, decay (Hu et al. 2024, MiniCPM). The stable run goes on for ever and is resumed with
the same command; `--anneal STEPS` branches off its last checkpoint, switches on rounding to integers and takes the
learning rate to zero. The branch is what gets exported, the stable run is what goes on.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from bitswap_app.model.config import EXPERTS_MAX, FAST, HIGH, STANDARD, TINY
from bitswap_app.training.data import Batch, Sampler, prefetched, standard_mix
from bitswap_app.training.evaluate import evaluate, read_evaluation
from bitswap_app.training.network import BitSwapNetwork, WindowNetwork
from bitswap_app.training.optimiser import MuonAdamW
from bitswap_app.training.quantise import Dense, Rectify, switch_quantised

log = logging.getLogger("train")
CONFIGS = {"fast": FAST, "standard": STANDARD, "high": HIGH, "tiny": TINY}
CHECKPOINT_SECONDS = 240
SHOW_SECONDS = 30
BRANCH_WARM_UP = 50  # steps


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a run's course depends on, beside the pictures."""

    learning_rate: float = 2e-3
    warm_up: int = 300
    betas: tuple[float, float] = (0.9, 0.98)
    clip: float = 0.5
    ema: float = 0.998
    crops: int = 32
    pixels: int = 2048  # sampled from each crop
    micro_crops: int = 4
    without_latents: float = 0.05  # share of crops coded with z1 = 0, as the first tile of a stream is
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


def compiled_nats(expert: WindowNetwork, *, varying: bool) -> Callable[..., Tensor]:
    """WindowNetwork.nats, compiled; varying where the number of rows is another one every time."""
    torch._dynamo.config.recompile_limit = 4 * EXPERTS_MAX  # noqa: SLF001  # every expert counts as one
    compiled = torch.compile(expert.nats)
    if not varying:
        return compiled

    def nats(*given: Tensor) -> Tensor:
        if len(given[0]) < 2:  # which the compiler would take for a size that never changes
            return expert.nats(*given)
        for x in given:
            torch._dynamo.mark_dynamic(x, 0)  # noqa: SLF001  # documented, and found nowhere else
        return compiled(*given)

    return nats


class Trainer:
    """One run: network, its running average, optimiser, step count and seconds trained."""

    def __init__(self, network: BitSwapNetwork, recipe: Recipe, *, compiled: bool) -> None:
        self.network, self.recipe = network.to(memory_format=torch.channels_last), recipe
        self.average = {name: p.detach().clone() for name, p in network.named_parameters()}
        self.optimiser = MuonAdamW(network, recipe.learning_rate, recipe.betas)
        self.step, self.seconds = 0, 0.0
        for expert in network.experts:
            expert.gradient_limit = recipe.gradient_limit / (recipe.crops * recipe.pixels * 3 * math.log(2))
        self._dtype = torch.bfloat16 if bf16_pays() else torch.float32
        log.info("arithmetic: %s, compiled: %s", self._dtype, compiled)
        each = network.experts
        self._nats = [compiled_nats(expert, varying=len(each) > 1) if compiled else expert.nats for expert in each]

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
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]

    def update(self, batch: Batch, factor: float) -> dict[str, float]:
        """One optimiser step at factor times the learning rate; returns bits per sub-pixel by part."""
        values = self._accumulate(batch)
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
        The window network takes its pixels in parts that stay in the cache, and their gradients with respect to the
        features are gathered before the one backward pass of the latent networks.
        """
        crops, side = self.recipe.crops, self.network.config.tile
        levels, residuals = (
            torch.from_numpy(a).float().permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
            for a in (batch.levels, batch.residuals)
        )
        keep = (torch.rand(crops) >= self.recipe.without_latents).float()
        with self._autocast():
            z, divergences = self.network.latents(levels, residuals, keep)
            maps = self.network.features(z)
        features = [part.requires_grad_() for part in maps.detach().split(self.recipe.micro_crops)]
        rates = torch.stack([self._likelihood_of(batch, part, i) for i, part in enumerate(features)]).mean(0)
        to_bits = 1 / math.log(2)
        kls = [d.mean() * to_bits / (3 * side * side) for d in divergences]
        warm = min(1.0, max(0.0, (self.step - self.recipe.kl_free) / self.recipe.kl_warm_up))
        penalties = [(1e-3 + warm) * kl.clamp_min(self.recipe.free_bits) for kl in kls]
        gradient = torch.cat([part.grad for part in features])
        torch.autograd.backward([maps, torch.stack(penalties).sum()], [gradient, None])
        names = ("y", "co", "cg", *(f"kl{i + 1}" for i in range(len(kls))))
        return {name: float(v) for name, v in zip(names, [*rates, *(kl.detach() for kl in kls)], strict=True)}

    def _likelihood_of(self, batch: Batch, features: Tensor, part: int) -> Tensor:
        """float32[3] bits per sub-pixel of one part of the batch; their gradients are added up."""
        crops, pixels = self.recipe.micro_crops, self.recipe.pixels
        cut = slice(part * crops * pixels, (part + 1) * crops * pixels)
        rows = torch.from_numpy(batch.rows[cut]).long()
        rows[:, 0] -= part * crops
        predictors, symbols = (torch.from_numpy(a[cut]).float() for a in (batch.predictors, batch.symbols))
        with self._autocast():
            seen = features[rows[:, 0], :, rows[:, 1], rows[:, 2]]
            inputs = torch.from_numpy(batch.inputs[cut])
            nats = self.network.likelihood(seen, inputs, predictors, symbols, self._nats)
        rates = nats.mean(1) / (3 * math.log(2))
        (rates.sum() * crops / self.recipe.crops).backward()
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


class Meter:
    """Shows the means of what updates returned every half a minute."""

    def __init__(self, patches: float) -> None:
        """patches: 32 x 32 patches seen in one update."""
        self._patches, self._sums, self._count = patches, dict[str, float](), 0
        self._shown = time.monotonic()

    def add(self, step: int, values: dict[str, float]) -> None:
        self._sums = {name: self._sums.get(name, 0.0) + value for name, value in values.items()}
        self._count += 1
        passed = time.monotonic() - self._shown
        if passed > SHOW_SECONDS:
            means = {name: value / self._count for name, value in self._sums.items()}
            total = sum(value for name, value in means.items() if name != "norm")
            each = " ".join(f"{name} {value:.4f}" for name, value in means.items())
            log.info("step %d  %.4f  %s  %.0f patches/s", step, total, each, self._count * self._patches / passed)
            self._sums, self._count, self._shown = {}, 0, time.monotonic()


def resume(trainer: Trainer, checkpoint: Path, stable: Path, batches: Iterator[Batch], *, anneal: bool) -> int:
    """Load the checkpoint, or branch off the stable one; the step at which the branch began, 0 without one."""
    start_of_branch = 0
    if anneal and not checkpoint.exists():
        trainer.load(torch.load(stable, weights_only=True))
        calibrate(trainer, next(batches))
        start_of_branch = trainer.step
    elif checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        trainer.load(state)
        start_of_branch = int(state.get("start_of_branch", 0))
    switch_quantised(trainer.network, on=anneal)
    log.info("%s from step %d, %.2f hours trained", checkpoint.name, trainer.step, trainer.seconds / 3600)
    return start_of_branch


def rate_factor(step: int, start_of_branch: int, anneal: int, warm_up: int) -> float:
    """What the learning rate is multiplied by."""
    if not anneal:
        return min(1.0, (step + 1) / warm_up)
    done = step - start_of_branch
    return (1 - done / anneal) * min(1.0, (done + 1) / BRANCH_WARM_UP)


def run(args: argparse.Namespace) -> None:
    """Train until the branch is done; for ever without --anneal."""
    recipe = Recipe(**json.loads(args.recipe))
    torch.manual_seed(int(time.time()))
    trainer = Trainer(BitSwapNetwork(CONFIGS[args.config]), recipe, compiled=args.compile)
    config, mix = trainer.network.config, standard_mix(args.data)
    args.run.mkdir(parents=True, exist_ok=True)
    stable = args.run / "stable.pt"
    checkpoint = args.run / "anneal.pt" if args.anneal else stable
    sampler = Sampler(config, mix, crops=recipe.crops, pixels=recipe.pixels, seed=time.time_ns())
    batches = prefetched(sampler)
    start_of_branch = resume(trainer, checkpoint, stable, batches, anneal=bool(args.anneal))
    pictures = read_evaluation(args.check, args.check_pictures) if args.check else []
    meter = Meter(recipe.crops * recipe.pixels / 1024)
    last_saved = last_checked = time.monotonic()
    while not args.anneal or trainer.step - start_of_branch < args.anneal:
        began = time.monotonic()
        factor = rate_factor(trainer.step, start_of_branch, args.anneal, recipe.warm_up)
        values = trainer.update(next(batches), factor)
        now = time.monotonic()
        trainer.seconds += now - began
        meter.add(trainer.step, values)
        if now - last_saved > CHECKPOINT_SECONDS:
            save(checkpoint, trainer.state() | {"start_of_branch": start_of_branch})
            last_saved = now
        if pictures and now - last_checked > args.check_minutes * 60:
            log.info("step %d  check: %s", trainer.step, evaluate(averaged(trainer), pictures, 0.1))
            last_checked = time.monotonic()
    save(checkpoint, trainer.state() | {"start_of_branch": start_of_branch})
    if pictures:
        log.info("step %d  final check: %s", trainer.step, evaluate(averaged(trainer), pictures, 0.25))


def main() -> None:
    """Train until stopped, or until the branch is done."""
    parser = argparse.ArgumentParser(description="Train the float network, resumably.")
    parser.add_argument("run", type=Path, help="folder of the run's checkpoints")
    parser.add_argument("--data", type=Path, required=True, help="folder of training pictures")
    parser.add_argument("--config", choices=sorted(CONFIGS), default="standard")
    parser.add_argument("--anneal", type=int, default=0, metavar="STEPS", help="branch off, round, and decay to zero")
    parser.add_argument("--recipe", default="{}", help="JSON with fields of Recipe to change")
    parser.add_argument(
        "--check", type=Path, help="folder of pictures to watch the rate on (never the evaluation sets)"
    )
    parser.add_argument("--check-pictures", type=int, default=12)
    parser.add_argument("--check-minutes", type=float, default=15.0)
    parser.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    run(parser.parse_args())


if __name__ == "__main__":
    main()
