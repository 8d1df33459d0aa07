"""Train what learning starts from: `python -m bitswap_app.training.meta RUN MODEL.safetensors --data FOLDER`.

Where all layers learn from each picture (model/learning.py), what counts is not how well a network codes at first but
how well it does on its way. So crops are coded, learning all the while, and the gradients that were learnt by are
summed over the whole of the way, at each place by the weights of that moment: first-order MAML (Finn et al. 2017) of
the bits that crops cost. Along their natural gradient the start is moved, and then come other crops. It is the integer
network that is trained here, by the kernels that code with it.

The run goes on with the same command. Its rate falls to zero in --rounds rounds; then RUN holds the new model.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray

from bitswap_app.coding.bits_back import bit_swap
from bitswap_app.coding.colour import colours_of
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import plan_tiles
from bitswap_app.model.context import Regions
from bitswap_app.model.layers import Dense
from bitswap_app.model.learning import BIAS_SHARES, SHARES, WEIGHT_MAX, Gradients, Learns, bias_room, weight_shares
from bitswap_app.model.learning_coder import CompiledLearner, StepwiseLearner
from bitswap_app.model.natural import Curvature, has_curvatures, natural_step
from bitswap_app.model.pixel_coder import Features, Intervals, Tick
from bitswap_app.model.runtime import Runtime, answers, load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.model.window_layers import load_window, network_names
from bitswap_app.service.engine import canvas_of
from bitswap_app.training import parallel
from bitswap_app.training.data import Crops, standard_mix
from bitswap_app.training.export import unproven_runtime
from bitswap_app.training.trainer import save

log = logging.getLogger("meta")
CHECKPOINT_SECONDS = 240
BORROWED_BYTES = 1 << 16  # more than any crop's latents take

# Of each layer that learns, by its whole name: weights and, in the last row, biases, float64[in + 1, out] in shares.
Layers = dict[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a round's course depends on, beside the pictures."""

    rate: float = 0.6  # of a round's step, in lessons' steps
    momentum: float = 0.9
    crops: int = 16  # a round, over all processes
    side: int = 320  # of a crop: a small picture


def learners_of(weights: Weights) -> Iterator[tuple[str, Dense, Curvature]]:
    """The layers that learn, by their whole names."""
    for network in network_names(weights.config):
        layers = load_window(weights, network)
        for name, layer in layers.dense.items():
            yield layer.name, layer, layers.curvatures[name]


def start_of(weights: Weights) -> Layers:
    """Where a model's networks begin."""
    return {
        name: np.vstack([weight_shares(layer.weight).T, layer.bias * BIAS_SHARES]).astype(np.float64)
        for name, layer, _ in learners_of(weights)
    }


def with_start(weights: Weights, start: Layers) -> Weights:
    """A model whose networks begin elsewhere; it has no known answers."""
    tensors = dict(weights.tensors)
    for name, layer, _ in learners_of(weights):
        room = bias_room(layer)
        weight = _integers(start[name][:-1], SHARES).clip(-WEIGHT_MAX, WEIGHT_MAX)
        bias = _integers(start[name][-1], BIAS_SHARES).clip(-room, room)
        tensors |= {f"{name}.weight": weight.T.astype(np.int8), f"{name}.bias": bias.astype(np.int32)}
    return Weights(weights.config, tensors, {})


def _integers(values: NDArray[np.float64], shares: int) -> NDArray[np.float64]:
    """What is in use of them, as learning has it."""
    return np.floor((values + shares // 2) / shares)


def with_answers(weights: Weights) -> Weights:
    """The model with its known answers, by the CPU's plain path."""
    return replace(weights, answers=answers(unproven_runtime(weights), weights))


class Watched:
    """A PixelCoder that learns and keeps what it learnt by."""

    def __init__(self, learner: CompiledLearner | StepwiseLearner) -> None:
        self._learner = learner
        self.gradients: Sequence[Gradients] = ()

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        found, self.gradients = self._learner.intervals_and_gradients(regions, features, tick)
        return found

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        self._learner.pop(message, regions, features, tick)


def code(runtime: Runtime, crop: NDArray[np.uint8], phase: tuple[int, int]) -> tuple[float, Sequence[Gradients]]:
    """Bits per sub-pixel of a crop as one batch, and each network's gradients, summed."""
    tiles, colours = plan_tiles(*crop.shape[:2], runtime.config.tile), colours_of(crop)
    canvas = canvas_of(crop, [tiles], colours)
    watched = Watched(cast(CompiledLearner | StepwiseLearner, runtime.learning(Learns.ALL).pixels))
    model = TileModel(replace(runtime, pixels=watched), tiles, canvas, phase, colours)
    x = model.symbols()
    canvas.forget(tiles)
    message = Message.from_bytes(np.random.default_rng(0).bytes(BORROWED_BYTES) + b"\x01")
    before = message.bits
    after = bit_swap(model.top_prior, model.levels).push(message, x).bits
    return (after - before) / crop.size, watched.gradients


class Round:
    """What has come of a round's crops so far, as one vector, to be added up over the processes."""

    def __init__(self, weights: Weights) -> None:
        self._shapes = {
            name: (layer.weight.shape[1] + 1, layer.weight.shape[0]) for name, layer, _ in learners_of(weights)
        }
        self._networks = network_names(weights.config)
        self.sums = torch.zeros(1 + sum(math.prod(shape) for shape in self._shapes.values()), dtype=torch.float64)

    def add(self, bits: float, gradients: Sequence[Gradients]) -> None:
        found = {
            f"{n}.{name}": g for n, each in zip(self._networks, gradients, strict=True) for name, g in each.items()
        }
        parts = [found.get(name, np.zeros(shape)).reshape(-1) for name, shape in self._shapes.items()]
        self.sums += torch.from_numpy(np.concatenate([[bits], *parts]))

    @property
    def bits(self) -> float:
        return float(self.sums[0])

    def gradients(self) -> Layers:
        ends = np.cumsum([math.prod(shape) for shape in self._shapes.values()])
        parts = np.split(self.sums[1:].numpy(), ends[:-1])
        return {name: part.reshape(shape) for (name, shape), part in zip(self._shapes.items(), parts, strict=True)}


@dataclass(slots=True)
class Journey:
    """Where the start has got to, and how it moves."""

    start: Layers
    velocity: Layers
    rounds: int = 0
    seconds: float = 0.0

    @classmethod
    def beginning(cls, weights: Weights) -> Journey:
        start = start_of(weights)
        return cls(start, {name: np.zeros_like(values) for name, values in start.items()})

    @classmethod
    def resumed(cls, path: Path) -> Journey:
        state = torch.load(path, weights_only=True)
        layers = ({name: t.numpy() for name, t in state[part].items()} for part in ("start", "velocity"))
        return cls(*layers, state["rounds"], state["seconds"])

    def save(self, path: Path) -> None:
        layers = {
            part: {name: torch.from_numpy(values) for name, values in getattr(self, part).items()}
            for part in ("start", "velocity")
        }
        save(path, {**layers, "rounds": self.rounds, "seconds": self.seconds})

    def move(self, weights: Weights, gradients: Layers, pixels: int, recipe: Recipe, factor: float) -> None:
        """Take the step of one long lesson of so many pixels for each network."""
        for name, _, curvature in learners_of(weights):
            step = natural_step(curvature, gradients[name].astype(np.int64), pixels, BIAS_SHARES / SHARES)
            self.velocity[name] = recipe.momentum * self.velocity[name] + (1 - recipe.momentum) * step
            self.start[name] = self.start[name] - factor * recipe.rate * self.velocity[name]
        self.rounds += 1


def play_round(weights: Weights, path: str, crops: Crops, journey: Journey, recipe: Recipe, factor: float) -> float:
    """Move on by one round's crops; their bits per sub-pixel.

    path    how the CPU multiplies (model/runtime.py)
    factor  of the recipe's rate
    """
    model = with_start(weights, journey.start)
    runtime, found = load_runtime(model, paths=(path,), proven=False), Round(model)
    for _ in range(recipe.crops // parallel.processes()):
        found.add(*code(runtime, *crops.draw()))
    parallel.add_up(found.sums)
    pixels = recipe.crops * recipe.side**2 // weights.config.experts
    journey.move(weights, found.gradients(), pixels, recipe, factor)
    return found.bits / recipe.crops


def run(args: argparse.Namespace) -> None:
    """Play rounds until they are done, then write the model."""
    logging.basicConfig(
        level=logging.INFO if parallel.is_first() else logging.WARNING,
        format="%(asctime)s %(message)s",
        datefmt="%H:%M:%S",
    )
    recipe, weights = Recipe(args.rate, args.momentum, args.crops, args.side), read_weights(args.model)
    if recipe.crops % parallel.processes():
        raise ValueError(f"{recipe.crops} crops a round cannot be shared by {parallel.processes()} processes")
    if not has_curvatures(weights):
        raise ValueError(f"{args.model} cannot learn with all layers: it has no curvatures")
    args.run.mkdir(parents=True, exist_ok=True)
    checkpoint = args.run / "meta.pt"
    journey = Journey.resumed(checkpoint) if checkpoint.exists() else Journey.beginning(weights)
    path = load_runtime(weights).path
    seed = time.time_ns() + os.getpid()
    crops = Crops(standard_mix(args.data, json.loads(args.mix)), side=recipe.side, grid=weights.config.grid, seed=seed)
    last_saved = time.monotonic()
    while journey.rounds < args.rounds:
        began = time.monotonic()
        bits = play_round(weights, path, crops, journey, recipe, 1 - journey.rounds / args.rounds)
        journey.seconds += time.monotonic() - began
        log.info("round %d  %.4f bits per sub-pixel", journey.rounds, bits)
        if parallel.is_first() and (
            time.monotonic() - last_saved > CHECKPOINT_SECONDS or journey.rounds == args.rounds
        ):
            journey.save(checkpoint)
            last_saved = time.monotonic()
    if parallel.is_first():
        write(args.run, with_answers(with_start(weights, journey.start)))


def write(folder: Path, weights: Weights) -> None:
    """Put a model file into a folder."""
    path = folder / f"{weights.model_id.hex()}.safetensors"
    path.write_bytes(weights.to_bytes())
    log.info("%s", path)


def main() -> None:
    """Train until the rounds are done."""
    usual = Recipe()
    parser = argparse.ArgumentParser(description="Train what networks that learn start from, resumably.")
    parser.add_argument("run", type=Path, help="folder of the checkpoint, and in the end of the model")
    parser.add_argument("model", type=Path, help="model file to begin with, which has curvatures (export --natural)")
    parser.add_argument("--data", type=Path, required=True, help="folder of training pictures")
    parser.add_argument("--rounds", type=int, default=240, help="in which the rate falls to zero")
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--momentum", type=float, default=usual.momentum)
    parser.add_argument("--crops", type=int, default=usual.crops, help="of a round")
    parser.add_argument("--side", type=int, default=usual.side, help="of a crop, in pixels")
    parser.add_argument("--mix", default="{}", help='JSON with other weights of sources, as in {"imagenet": 0.1}')
    parser.add_argument("--processes", type=int, default=1, help="that share each round; best one for each core")
    args = parser.parse_args()
    parallel.run(run, args.processes, args)


if __name__ == "__main__":
    main()
