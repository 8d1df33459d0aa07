"""natural.py in compiled loops: layers that move along the natural gradient of what a lesson gathered.

The product with the inverse is a sum over rows, as gradients themselves are (_gradients.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.coding._types import Int32s
from bitswap_app.model import _dense, _experts, _gradients, _learning_kernel, _packed, _vectors, learning, natural
from bitswap_app.model._experts import LANES, Network, lanes, room
from bitswap_app.model._learning_kernel import MAX_SHARES, Desk, Learning, Pupil, lay_out, learning_of
from bitswap_app.model._packed import OFFSET, ROWS, Packed, round_up
from bitswap_app.model._vectors import multiplier
from bitswap_app.model.config import ModelConfig
from bitswap_app.model.layers import EXACT_LIMIT
from bitswap_app.model.learning import BIAS_SHARES, SHARES
from bitswap_app.model.natural import LARGEST, Curvature
from bitswap_app.model.window_layers import HEADS


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(
        function, calls=(_dense, _experts, _gradients, _learning_kernel, _packed, _vectors, learning, natural)
    )


class Natural(NamedTuple):
    """A layer's curvature; several in one, one more axis.

    inverse        stored[groups, > in + 1, group]: plus OFFSET, interleaved, and behind it a column of ones, which
                   gives the sums of what it is multiplied with
    input_scales   float32[in + 1]
    output_scales  float32[out], 0 for those that there are not
    rate           float32[1]
    """

    inverse: NDArray[Any]
    input_scales: NDArray[np.float32]
    output_scales: NDArray[np.float32]
    rate: NDArray[np.float32]


class Naturals(NamedTuple):
    """Of all layers of a network."""

    first: Natural
    trunk: Natural
    hidden: Natural
    out: Natural


class Board(NamedTuple):
    """Room for a layer's step.

    gradient  stored[> in + 1, > out]  in units in which all are of one size
    right     the same interleaved
    step      int32[> in + 1, out]
    """

    gradient: NDArray[Any]
    right: NDArray[Any]
    step: Int32s


def new_naturals(config: ModelConfig, curvatures: Mapping[str, Curvature], network: Network) -> Naturals:
    """Curvatures by the names of layers, as a network's kernels take them."""

    def several(names: Sequence[str], layers: Packed) -> Natural:
        parts = [_natural(curvatures[name], layers) for name in names]
        return Natural(*(np.stack(field) for field in zip(*parts, strict=True)))

    return Naturals(
        _natural(curvatures["first"], network.first),
        several([f"trunk.{i}.{part}" for i in range(config.depth) for part in "ab"], network.trunk),
        _natural(curvatures["hidden"], network.hidden),
        several(HEADS, network.out),
    )


def _natural(curvature: Curvature, layer: Packed) -> Natural:
    """layer: the one that it belongs to, or several such."""
    by = multiplier("int8" if layer.weight.dtype == np.int8 else "int16")
    rows, scales = len(curvature.inverse), curvature.output_scales
    inverse = np.zeros((round_up(rows, by.group), lanes(rows + 1 + ROWS)), by.inputs)
    inverse[:rows, :rows] = curvature.inverse.astype(np.int16) + OFFSET
    inverse[:rows, rows] = 1
    return Natural(
        np.ascontiguousarray(inverse.reshape(-1, by.group, inverse.shape[1]).transpose(0, 2, 1)),
        curvature.input_scales,
        np.pad(scales, (0, layer.bias.shape[-1] - len(scales))),
        np.array([curvature.rate], np.float32),
    )


def new_board(naturals: Naturals, weights: np.dtype[Any]) -> Board:
    """Room for a step of any layer of a network, whose weights are of this type."""
    every = [naturals.first, naturals.trunk, naturals.hidden, naturals.out]
    rows = room(max(part.input_scales.shape[-1] for part in every) + 1)
    columns = lanes(max(part.output_scales.shape[-1] for part in every) + LANES)
    stored, group = naturals.first.inverse.dtype, naturals.first.inverse.shape[-1]
    return Board(
        np.full((rows, columns), OFFSET, stored),
        np.zeros((-(-rows // group), columns, group), weights),
        np.zeros((rows, columns), np.int32),
    )


@kernel
def natural_of(all_: Natural, i: int) -> Natural:
    """The layer i of several."""
    return Natural(all_.inverse[i], all_.input_scales[i], all_.output_scales[i], all_.rate[i])


@kernel
def store_gradient(own: Learning, curvature: Natural, scale: np.float32, sums: Int32s, gradient: NDArray[Any]) -> int:
    """Set the gradient's rows, of inputs that there are and of the biases, to 8 bits; how many they are."""
    inputs, outputs, row = own.kinds.size, own.shares.shape[1], 0
    largest = np.float32(LARGEST)
    for i in range(inputs + 1):
        if i < inputs and own.kinds[i] == 0:
            continue
        stored = np.int32(OFFSET if i < inputs and own.kinds[i] == 2 else 0)
        by = curvature.input_scales[row] * scale
        for o in range(outputs):
            found = np.int32(sums[i, o] - stored * sums[inputs, o])
            value = np.float32(found) * by * curvature.output_scales[o]
            gradient[row, o] = np.int32(np.rint(min(max(value, -largest), largest))) + OFFSET
        row += 1
    return row


@kernel
def store_step(curvature: Natural, rows: int, columns: int, board: Board) -> np.int64:
    """Set a step's direction; its product with the gradient. columns: of a panel of the layer's weights."""
    outputs = curvature.output_scales.size
    _gradients.interleave(board.gradient, rows, outputs, board.right, OFFSET)
    board.step[: rows + ROWS] = 0
    _gradients.add_products(curvature.inverse, rows + 1, board.right, rows, columns, board.step[:, :outputs])
    along, all_ = np.int64(0), board.step[rows]
    for row in range(rows):
        step, gradient = board.step[row], board.gradient[row]  # whole rows, whose loops become vectors
        for o in range(outputs):
            step[o] -= np.int32(OFFSET) * all_[o]
        for o in range(outputs):
            along += np.int64(step[o]) * np.int64(np.int32(gradient[o]) - np.int32(OFFSET))
    return along


@kernel
def move(
    own: Learning, curvature: Natural, scale: np.float32, layer: Packed, step: Int32s, moved: NDArray[Any]
) -> None:
    """Take a step, times scale and those of rows and columns, from a layer's weights and biases."""
    inputs, outputs, row, limit = own.kinds.size, own.shares.shape[1], 0, np.float32(EXACT_LIMIT)
    for i in range(inputs):
        if own.kinds[i] > 0:
            by = curvature.input_scales[row] * scale
            for o in range(outputs):
                value = np.float32(step[row, o]) * by * curvature.output_scales[o]
                share = np.int32(own.shares[i, o]) - np.int32(np.rint(min(max(value, -limit), limit)))
                own.shares[i, o] = min(max(share, np.int32(-MAX_SHARES)), np.int32(MAX_SHARES))
            row += 1
    ends = int(own.room[0])
    by = curvature.input_scales[row] * scale * np.float32(BIAS_SHARES / SHARES)
    for o in range(outputs):
        value = np.float32(step[row, o]) * by * curvature.output_scales[o]
        bias = int(own.bias[o]) - int(np.rint(min(max(value, -limit), limit)))
        own.bias[o] = max(-ends, min(ends, bias))
    lay_out(own, layer, moved)


@kernel
def learn_layer(
    own: Learning, curvature: Natural, pixels: int, sums: Int32s, layer: Packed, board: Board, moved: NDArray[Any]
) -> None:
    """Move a layer by what was gathered of some pixels, and begin new sums."""
    rows = store_gradient(own, curvature, natural.gradient_scale(pixels), sums, board.gradient)
    along = store_step(curvature, rows, layer.weight.shape[2], board)
    # A step of nothing too brings weights back to their limit, which some stand beyond at first.
    scale = natural.step_scale(curvature.rate[0], along) if along > 0 else np.float32(0)
    move(own, curvature, scale, layer, board.step, moved)
    sums[:] = 0


@kernel
def learn(network: Network, pupil: Pupil, curvatures: Naturals, pixels: int, desk: Desk, board: Board) -> None:
    """Move all layers of a network by what its desk holds of so many pixels."""
    moved = desk.moved
    learn_layer(pupil.first, curvatures.first, pixels, desk.first_sums, network.first, board, moved)
    for t in range(network.trunk.weight.shape[0]):
        own, layer = learning_of(pupil.trunk, t), _dense.one_of(network.trunk, t)
        learn_layer(own, natural_of(curvatures.trunk, t), pixels, desk.trunk_sums[t], layer, board, moved)
    learn_layer(pupil.hidden, curvatures.hidden, pixels, desk.hidden_sums, network.hidden, board, moved)
    for c in range(3):
        own, layer = learning_of(pupil.out, c), _dense.one_of(network.out, c)
        learn_layer(own, natural_of(curvatures.out, c), pixels, desk.out_sums[c], layer, board, moved)
