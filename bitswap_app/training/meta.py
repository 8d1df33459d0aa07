"""Train what learning starts from: `python -m bitswap_app.training.meta RUN MODEL.safetensors --data FOLDER`.

Where all layers learn from each picture (model/learning.py), what counts is not how well a network codes at first but
how well it does on its way. Reptile (Nichol et al. 2018, algorithm 2) trains just that: code a crop, learning all the
while; move the start a little towards where that led; go on with other crops. It is the integer network that is
trained here, by the kernels that code with it, along the same natural gradients.

The run goes on with the same command. Its rate falls to zero in --rounds rounds; then RUN holds the new model.
"""

from __future__ import annotations

import argparse
import logging
import math
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray

from bitswap_app.coding.bits_back import bit_swap
from bitswap_app.coding.colour import colours_of, to_levels
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import part_of, plan_tiles
from bitswap_app.model.canvas import Canvas
from bitswap_app.model.context import Regions
from bitswap_app.model.learning import BIAS_SHARES, SHARES, WEIGHT_MAX, Learns, State, bias_room, weight_shares
from bitswap_app.model.learning_coder import CompiledLearner, StepwiseLearner
from bitswap_app.model.pixel_coder import Features, Intervals, Tick
from bitswap_app.model.runtime import Runtime, answers, load_runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.model.weights import Weights, read_weights
from bitswap_app.model.window_layers import load_window, network_names
from bitswap_app.training import parallel
from bitswap_app.training.data import Crops, standard_mix
from bitswap_app.training.export import unproven_runtime
from bitswap_app.training.trainer import save

log = logging.getLogger("meta")
CHECKPOINT_SECONDS = 240
BORROWED_BYTES = 1 << 16  # more than any crop's latents take

Start = dict[str, NDArray[np.float64]]  # weights [out, in] and biases of all layers that learn, in shares, by tensor


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a round's course depends on, beside the pictures."""

    rate: float = 0.3  # share of the way to where learning led on average
    crops: int = 16  # a round, over all processes
    side: int = 320  # of a crop: a small picture


def start_of(weights: Weights) -> Start:
    """Where a model's networks begin."""
    found = {}
    for network in network_names(weights.config):
        for layer in load_window(weights, network).dense.values():
            found[f"{layer.name}.weight"] = weight_shares(layer.weight).astype(np.float64)
            found[f"{layer.name}.bias"] = layer.bias.astype(np.float64) * BIAS_SHARES
    return found


def with_start(weights: Weights, start: Start) -> Weights:
    """A model whose networks begin elsewhere; it has no known answers."""
    tensors = dict(weights.tensors)
    for network in network_names(weights.config):
        for layer in load_window(weights, network).dense.values():
            room, name = bias_room(layer), layer.name
            weight = _integers(start[f"{name}.weight"], SHARES).clip(-WEIGHT_MAX, WEIGHT_MAX)
            tensors[f"{name}.weight"] = weight.astype(np.int8)
            bias = _integers(start[f"{name}.bias"], BIAS_SHARES).clip(-room, room)
            tensors[f"{name}.bias"] = bias.astype(np.int32)
    return Weights(weights.config, tensors, {})


def _integers(values: NDArray[np.float64], shares: int) -> NDArray[np.float64]:
    """What is in use of them, as learning has it."""
    return np.floor((values + shares // 2) / shares)


def with_answers(weights: Weights) -> Weights:
    """The model with its known answers, by the CPU's plain path."""
    return replace(weights, answers=answers(unproven_runtime(weights), weights))


class Watched:
    """A PixelCoder that learns and keeps what has become of its networks."""

    def __init__(self, learner: CompiledLearner | StepwiseLearner) -> None:
        self._learner = learner
        self.states: list[State] = []

    def intervals(self, regions: Regions, features: Features, tick: Tick) -> Intervals:
        found, states = self._learner.intervals_and_states(regions, features, tick)
        self.states = list(states)
        return found

    def pop(self, message: Message, regions: Regions, features: Features, tick: Tick) -> None:
        self._learner.pop(message, regions, features, tick)


def code(runtime: Runtime, crop: NDArray[np.uint8], phase: tuple[int, int]) -> tuple[float, list[State]]:
    """Bits per sub-pixel of a crop as one batch, and what each network has become on the way."""
    tiles, colours = plan_tiles(*crop.shape[:2], runtime.config.tile), colours_of(crop)
    canvas = Canvas(tiles)
    for tile in tiles:
        canvas.learn(tile, to_levels(part_of(crop, tile), colours))
    watched = Watched(cast(CompiledLearner | StepwiseLearner, runtime.learning(Learns.ALL).pixels))
    model = TileModel(replace(runtime, pixels=watched), tiles, canvas, phase, colours)
    x = model.symbols()
    canvas.forget(tiles)
    message = Message.from_bytes(np.random.default_rng(0).bytes(BORROWED_BYTES) + b"\x01")
    before = message.bits
    after = bit_swap(model.top_prior, model.levels).push(message, x).bits
    return (after - before) / crop.size, watched.states


class Displacements:
    """Sums of how far crops have led from the start, as one vector, and of its square."""

    def __init__(self, names: list[str], start: Start) -> None:
        """names: of networks."""
        self._names, self._start = names, start
        self.sum = torch.zeros(sum(values.size for values in start.values()) + 2, dtype=torch.float64)

    def add(self, bits: float, states: list[State]) -> None:
        ends: dict[str, NDArray[Any]] = {}
        for network, state in zip(self._names, states, strict=True):
            for name, (weight, bias) in state.items():
                ends |= {f"{network}.{name}.weight": weight, f"{network}.{name}.bias": bias}
        moved = np.concatenate([(ends[name] - start).reshape(-1) for name, start in self._start.items()])
        self.sum += torch.from_numpy(np.concatenate([moved, [float(moved @ moved), bits]]))


def agreement(total: NDArray[np.float64], squares: float, count: int) -> float:
    """The mean cosine between where two crops lead: what of a displacement is not that picture's own."""
    return float(total @ total - squares) / (count - 1) / squares if count > 1 and squares else math.nan


def play_round(weights: Weights, path: str, crops: Crops, start: Start, recipe: Recipe, factor: float) -> str:
    """Move a start by one round's crops; what came of it, in words."""
    model = with_start(weights, start)
    runtime = load_runtime(model, paths=(path,), proven=False)
    found = Displacements(network_names(model.config), start_of(model))
    for _ in range(recipe.crops // parallel.processes()):
        found.add(*code(runtime, *crops.draw()))
    parallel.add_up(found.sum)
    total, (squares, bits) = found.sum[:-2].numpy(), found.sum[-2:].tolist()
    parts = np.split(total, np.cumsum([values.size for values in start.values()])[:-1])
    for (name, values), part in zip(start.items(), parts, strict=True):
        start[name] = values + factor * recipe.rate / recipe.crops * part.reshape(values.shape)
    return (
        f"{bits / recipe.crops:.4f} bits per sub-pixel, moved {math.sqrt(squares / recipe.crops):.3g}, "
        f"agreement {agreement(total, squares, recipe.crops):.4f}"
    )


def run(args: argparse.Namespace) -> None:
    """Play rounds until they are done, then write the model."""
    logging.basicConfig(
        level=logging.INFO if parallel.is_first() else logging.WARNING,
        format="%(asctime)s %(message)s",
        datefmt="%H:%M:%S",
    )
    recipe, weights = Recipe(args.rate, args.crops, args.side), read_weights(args.model)
    if recipe.crops % parallel.processes():
        raise ValueError(f"{recipe.crops} crops a round cannot be shared by {parallel.processes()} processes")
    args.run.mkdir(parents=True, exist_ok=True)
    checkpoint, begun = args.run / "meta.pt", start_of(weights)
    state: dict[str, Any] = {"start": {k: torch.from_numpy(v) for k, v in begun.items()}, "round": 0, "seconds": 0.0}
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
    start: Start = {name: state["start"][name].numpy() for name in begun}
    done, seconds = int(state["round"]), float(state["seconds"])
    path = load_runtime(weights).path
    seed = time.time_ns() + os.getpid()
    crops = Crops(standard_mix(args.data), side=recipe.side, grid=weights.config.grid, seed=seed)
    last_saved = time.monotonic()
    while done < args.rounds:
        began = time.monotonic()
        words = play_round(weights, path, crops, start, recipe, 1 - done / args.rounds)
        done, seconds = done + 1, seconds + time.monotonic() - began
        log.info("round %d  %s", done, words)
        if parallel.is_first() and (time.monotonic() - last_saved > CHECKPOINT_SECONDS or done == args.rounds):
            kept = {name: torch.from_numpy(values) for name, values in start.items()}
            save(checkpoint, {"start": kept, "round": done, "seconds": seconds})
            last_saved = time.monotonic()
    if parallel.is_first():
        write(args.run, with_answers(with_start(weights, start)))


def write(folder: Path, weights: Weights) -> None:
    """Put a model file into a folder."""
    path = folder / f"{weights.model_id.hex()}.safetensors"
    path.write_bytes(weights.to_bytes())
    log.info("%s", path)


def main() -> None:
    """Train until the rounds are done."""
    parser, usual = (
        argparse.ArgumentParser(description="Train what networks that learn start from, resumably."),
        Recipe(),
    )
    parser.add_argument("run", type=Path, help="folder of the checkpoint, and in the end of the model")
    parser.add_argument("model", type=Path, help="model file to begin with, which has curvatures (export --natural)")
    parser.add_argument("--data", type=Path, required=True, help="folder of training pictures")
    parser.add_argument("--rounds", type=int, default=240, help="in which the rate falls to zero")
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--crops", type=int, default=usual.crops, help="of a round")
    parser.add_argument("--side", type=int, default=usual.side, help="of a crop, in pixels")
    parser.add_argument("--processes", type=int, default=1, help="that share each round; best one for each core")
    args = parser.parse_args()
    parallel.run(run, args.processes, args)


if __name__ == "__main__":
    main()
