"""Train the float network: `python -m bitswap_app.training.train RUN --data FOLDER`.

The schedule is warm-up, stable, decay (Hu et al. 2024, MiniCPM). The stable run goes on for ever and is resumed with
the same command; `--anneal STEPS` branches off its last checkpoint, switches on rounding to integers and takes the
learning rate to zero. The branch is what gets exported, the stable run is what goes on.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from bitswap_app.training import parallel
from bitswap_app.training.data import Batch, Sampler, prefetched, standard_mix
from bitswap_app.training.evaluate import evaluate, read_evaluation
from bitswap_app.training.network import BitSwapNetwork
from bitswap_app.training.quantise import switch_quantised
from bitswap_app.training.trainer import CONFIGS, Recipe, Trainer, averaged, calibrate, save

log = logging.getLogger("train")
CHECKPOINT_SECONDS = 240
SHOW_SECONDS = 30
BRANCH_WARM_UP = 50  # steps


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
    parallel.follow_first([*trainer.network.state_dict().values(), *trainer.average.values()])
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
    speaks = parallel.is_first()
    level = logging.INFO if speaks else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    recipe = Recipe(**json.loads(args.recipe))
    if recipe.crops % parallel.processes():
        raise ValueError(f"{recipe.crops} crops a step cannot be shared by {parallel.processes()} processes")
    torch.manual_seed(time.time_ns() + os.getpid())
    trainer = Trainer(BitSwapNetwork(CONFIGS[args.config]), recipe, compiled=args.compile)
    config, mix = trainer.network.config, standard_mix(args.data, json.loads(args.mix))
    args.run.mkdir(parents=True, exist_ok=True)
    stable = args.run / "stable.pt"
    checkpoint = args.run / "anneal.pt" if args.anneal else stable
    seed = time.time_ns() + os.getpid()
    sampler = Sampler(config, mix, crops=recipe.crops // parallel.processes(), pixels=recipe.pixels, seed=seed)
    batches = prefetched(sampler)
    start_of_branch = resume(trainer, checkpoint, stable, batches, anneal=bool(args.anneal))
    pictures = read_evaluation(args.check, args.check_pictures) if args.check and speaks else []
    meter = Meter(recipe.crops * recipe.pixels / 1024)
    last_saved = last_checked = time.monotonic()
    while not args.anneal or trainer.step - start_of_branch < args.anneal:
        began = time.monotonic()
        factor = rate_factor(trainer.step, start_of_branch, args.anneal, recipe.warm_up)
        values = trainer.update(next(batches), factor)
        now = time.monotonic()
        trainer.seconds += now - began
        meter.add(trainer.step, values)
        if speaks and now - last_saved > CHECKPOINT_SECONDS:
            save(checkpoint, trainer.state() | {"start_of_branch": start_of_branch})
            last_saved = now
        if pictures and now - last_checked > args.check_minutes * 60:
            log.info("step %d  check: %s", trainer.step, evaluate(averaged(trainer), pictures, 0.1))
            last_checked = time.monotonic()
    if speaks:
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
    parser.add_argument("--mix", default="{}", help='JSON with other weights of sources, as in {"imagenet": 0.1}')
    parser.add_argument("--processes", type=int, default=1, help="that share each step; best one for each core")
    args = parser.parse_args()
    parallel.run(run, args.processes, args)


if __name__ == "__main__":
    main()
