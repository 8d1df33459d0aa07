"""What the inputs and errors of a model's layers are like on photographs, for those that learn (model/natural.py).

Their second moments are taken as the integer model itself sees them, with what it clamps and rounds. Those of inputs
are damped by a share of their mean (Martens & Grosse 2015, section 6), brought to correlations, inverted and rounded to
8 bits; of errors only their sizes are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from bitswap_app.coding.colour import colours_of, to_levels
from bitswap_app.model.config import UNIT
from bitswap_app.model.context import ContextGatherer, experts_of, predict, regions_alone
from bitswap_app.model.learning import EXPONENTS, SHARES, LearningNetwork, kind_of
from bitswap_app.model.natural import LARGEST, Curvature
from bitswap_app.model.weights import Weights
from bitswap_app.model.window_layers import load_window, network_names
from bitswap_app.training.data import read_folder
from bitswap_app.training.network import BitSwapNetwork

INPUT_DAMPING, OUTPUT_DAMPING = 0.1, 0.3  # of the mean of the second moments
RATE = 3.5e-5  # how far a step moves a layer's outputs, in nats' standard deviations, by the root of its inputs
HIDDEN_SHARE = 0.25  # of that, for the layer before the heads: its inputs are the finest, and longer steps overshoot
SIDE = 256
PICTURES = 16  # of each folder
GRADIENT_UNIT = 1 << 20  # of a sum's gradient: 2**16 of nats, of parameters in 1/16


class Moments:
    """Sums of products of rows with themselves."""

    def __init__(self) -> None:
        self._sums: Any = 0.0
        self._rows = 0

    def add(self, rows: NDArray[Any]) -> None:
        """rows: [N, width]."""
        values = rows.astype(np.float64)
        self._sums, self._rows = self._sums + values.T @ values, self._rows + len(rows)

    def damped(self, damping: float) -> NDArray[np.float64]:
        """Their means, the diagonal larger by a share of its own. Raises ValueError if there were no rows."""
        if not self._rows:
            raise ValueError("The pictures have no pixels for some network.")
        found: NDArray[np.float64] = self._sums / self._rows
        return found + max(1e-6, damping * float(np.diag(found).mean())) * np.eye(len(found))

    def inverse(self, damping: float) -> tuple[NDArray[np.int8], NDArray[np.float64], float]:
        """(int8 inverse of correlations, the sizes that made them such, what one of the integers is)."""
        found = self.damped(damping)
        sizes = np.sqrt(np.diag(found))
        inverse = np.linalg.inv(found / np.outer(sizes, sizes))
        unit = float(np.abs(inverse).max()) / LARGEST
        return np.rint(inverse / unit).astype(np.int8), sizes, unit


def curvature_of(name: str, inputs: Moments, errors: Moments) -> Curvature:
    """Of the layer of a name within its network."""
    inverse, input_sizes, one = inputs.inverse(INPUT_DAMPING)
    output_sizes = np.sqrt(np.diag(errors.damped(OUTPUT_DAMPING)))
    unit = GRADIENT_UNIT * 2.0 ** EXPONENTS[kind_of(name)]
    share = HIDDEN_SHARE if kind_of(name) == "hidden" else 1.0
    rate = SHARES * RATE * share * unit * np.sqrt(one * len(input_sizes) * len(output_sizes))
    return Curvature(
        inverse, (1 / input_sizes).astype(np.float32), (1 / output_sizes).astype(np.float32), np.float32(rate)
    )


@torch.inference_mode()
def pixels_of(network: BitSwapNetwork, picture: NDArray[np.uint8]) -> tuple[NDArray[Any], ...]:
    """(inputs and features int8[N, I], predictors int16[N, 3], symbols int32[N, 3]) of a picture as one region."""
    config, gatherer = network.config, ContextGatherer(network.config)
    height, width = picture.shape[:2]
    levels = to_levels(picture, colours_of(picture))[None]
    rows = np.stack(np.meshgrid([0], np.arange(height), np.arange(width), indexing="ij"), -1)
    rows = rows.reshape(-1, 3).astype(np.int32)
    inputs, predictors = np.empty((len(rows), gatherer.inputs), np.int8), np.empty((len(rows), 3), np.int16)
    sides = np.array([height]), np.array([width])
    gatherer.gather(regions_alone(config, levels, *sides, np.zeros((1, 2), np.int64)), rows, inputs, predictors)
    maps = [torch.from_numpy(a).float().permute(0, 3, 1, 2) for a in (levels, predict(levels))]
    z, _ = network.latents(*maps, torch.ones(1))
    features = (network.features(z) * UNIT).round().permute(0, 2, 3, 1).reshape(len(rows), -1)
    symbols = levels[0][rows[:, 1], rows[:, 2]].astype(np.int32)
    return np.concatenate([inputs, features.numpy().astype(np.int8)], 1), predictors, symbols


def with_curvatures(weights: Weights, network: BitSwapNetwork, pictures: Iterable[NDArray[np.uint8]]) -> Weights:
    """The model of a network with what its layers learn by; the pictures, uint8[H, W, 3], have sides of 32s.

    Known answers stay as they are: nothing that they ask for has changed.

    Raises ValueError if some network codes none of their pixels.
    """
    torch.manual_seed(0)
    names = network_names(weights.config)
    layers = [load_window(weights, name) for name in names]
    inputs, errors = ([{name: Moments() for name in own.dense} for own in layers] for _ in range(2))
    for picture in pictures:
        rows, predictors, symbols = pixels_of(network, picture)
        which = experts_of(rows, weights.config)
        for i, own in enumerate(layers):
            learner, mine = LearningNetwork(weights.config, own, weights.tables, colours_of(picture)), which == i
            for name, x, e in learner.seen(rows[mine], predictors[mine], symbols[mine]):
                inputs[i][name].add(np.pad(x, ((0, 0), (0, 1)), constant_values=1))
                errors[i][name].add(e)
    tensors = dict(weights.tensors)
    for i, network_name in enumerate(names):
        for name in layers[i].dense:
            found = curvature_of(name, inputs[i][name], errors[i][name])
            tensors |= {f"{network_name}.{name}.natural.{part}": t for part, t in found.tensors().items()}
    return replace(weights, tensors=tensors)


def middles(folders: Iterable[Path], each: int) -> Iterator[NDArray[np.uint8]]:
    """The middles of so many pictures of each folder, evenly picked."""
    for folder in folders:
        pictures = read_folder(folder, SIDE)
        for i in np.linspace(0, len(pictures) - 1, min(each, len(pictures))).astype(int):
            picture = pictures[i]
            top, left = ((side - SIDE) // 2 for side in picture.shape[:2])
            yield np.ascontiguousarray(picture[top : top + SIDE, left : left + SIDE])
