"""learning.py in compiled loops: networks that learn from blocks of the pixels they have coded.

What went into all layers was kept when the pixels were coded (_experts.Trail); errors go back through them, a block at
a time. Sums of the weights' gradients gather until all pixels of a lesson have passed; then the weights are moved, and
laid out again for the tiles of _dense.py, as they are and transposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch, colour
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._types import Int16s, Int32s, Int64s
from bitswap_app.model import (
    _dense,
    _experts,
    _gathering,
    _gradients,
    _lanes,
    _mixture_errors,
    _mixtures,
    _packed,
    _vectors,
    context,
    learning,
)
from bitswap_app.model._experts import (
    LANES,
    Between,
    Experts,
    Network,
    Notes,
    Trail,
    between_of,
    lanes,
    new_trail,
    room,
)
from bitswap_app.model._gathering import Area, Window
from bitswap_app.model._mixtures import Mixtures
from bitswap_app.model._packed import OFFSET, ROWS, Packed
from bitswap_app.model.learning import BIAS_SHARES, SHARES, WEIGHT_MAX

BLOCK = 32 * ROWS  # pixels that go back together: what is computed of them stays in a core's cache
SHARE_BITS, BIAS_SHARE_BITS = SHARES.bit_length() - 1, BIAS_SHARES.bit_length() - 1
MAX_SHARES = WEIGHT_MAX * SHARES


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(
        function,
        calls=(
            coding,
            colour,
            _prefetch,
            context,
            _dense,
            _experts,
            _gathering,
            _gradients,
            _lanes,
            _mixture_errors,
            _mixtures,
            _packed,
            _vectors,
            learning,
        ),
    )


class Learning(NamedTuple):
    """What a layer learns with; several in one, one more axis (of all but kinds).

    shares     int16[in, out]   the weights in shares
    bias       int32[out]       in shares too
    room       int64[1]         how large that may become
    kinds      int8[in]         0 for an input that no weight belongs to, 1, or 2 for one that is stored plus OFFSET
    back       the weights transposed, from errors to gradients by the layer's first inputs, and what scales these
    """

    shares: Int16s
    bias: Int32s
    room: Int64s
    kinds: NDArray[np.int8]
    back: Packed


class Pupil(NamedTuple):
    """All layers of a network, and float32 multiples: from the stream's gradients to errors, and from the mixtures'."""

    first: Learning
    trunk: Learning
    hidden: Learning
    out: Learning
    to_first: NDArray[np.float32]
    to_branch: NDArray[np.float32]
    to_out: NDArray[np.float32]


class Desk(NamedTuple):
    """Room for a block.

    units                what goes into out
    errors, wide_errors  of a layer's outputs; of hidden's
    gradient             of the residual stream
    left, right, moved   interleaved factors; weights on their way from shares
    ..._sums             int32[> in, out]: weights' gradients so far; behind them the biases'
    """

    units: NDArray[Any]
    params: Int16s
    symbols: Int32s
    ends: Int32s
    residuals: Int16s
    errors: NDArray[Any]
    wide_errors: NDArray[Any]
    gradient: NDArray[np.float32]
    left: NDArray[Any]
    right: NDArray[Any]
    moved: NDArray[Any]
    first_sums: Int32s
    trunk_sums: Int32s
    hidden_sums: Int32s
    out_sums: Int32s


@kernel
def learning_of(all_: Learning, i: int) -> Learning:
    """The layer i of several."""
    return Learning(all_.shares[i], all_.bias[i], all_.room[i], all_.kinds, _dense.one_of(all_.back, i))


def new_notes(experts: Experts, pupils: Sequence[Pupil]) -> Notes:
    """Room for what the last layers of each network's heads learn from."""
    networks, rows, count = experts.networks, _experts.BLOCK, len(pupils)
    stored, weights, group = networks.stored.dtype, networks.out.weight.dtype, networks.out.weight.shape[-1]
    units, outputs = pupils[0].out.kinds.size, networks.out.bias.shape[-1]
    return Notes(
        np.stack([pupil.to_out for pupil in pupils]),
        np.zeros(rows, np.int32),
        np.full((rows, lanes(outputs)), OFFSET, stored),  # of outputs that there are not, for ever
        np.zeros((rows // group, lanes(units + ROWS + LANES), group), stored),
        np.zeros((rows // group, lanes(outputs), group), weights),
        np.zeros((count, 3, room(units + 1), outputs), np.int32),
        new_trail(experts, 0),
    )


def new_room(own: Learning, layer: Packed) -> NDArray[Any]:
    """Room for a layer's weights on their way from shares."""
    return np.zeros((lanes(own.kinds.size + LANES), lanes(layer.bias.shape[-1])), layer.weight.dtype)


@kernel
def new_desk(network: Network, pupil: Pupil) -> Desk:
    """Room for a block of a network's pixels."""
    stored, width, depth = network.stored.dtype, network.first.bias.size, network.relu.size - 1
    outputs = max(width, network.hidden.bias.size + LANES)
    inputs = max(pupil.first.kinds.size, pupil.hidden.kinds.size, lanes(network.head)) + ROWS + LANES
    group = network.first.weight.shape[3]
    return Desk(
        np.zeros((BLOCK, lanes(network.head)), stored),
        np.zeros((BLOCK, network.out.bias.shape[1]), np.int16),
        np.zeros((3, BLOCK), np.int32),
        np.zeros((BLOCK, 2), np.int32),
        np.zeros((BLOCK, 3), np.int16),
        np.zeros((BLOCK, lanes(outputs)), stored),
        np.zeros((BLOCK, lanes(outputs)), stored),
        np.zeros((BLOCK, width), np.float32),
        np.zeros((BLOCK // group, lanes(inputs), group), stored),
        np.zeros((BLOCK // group, lanes(outputs), group), network.first.weight.dtype),
        np.zeros((lanes(inputs), lanes(outputs)), network.first.weight.dtype),
        np.zeros((room(pupil.first.kinds.size + 1), width), np.int32),
        np.zeros((2 * depth, room(pupil.trunk.kinds.size + 1), width), np.int32),
        np.zeros((room(pupil.hidden.kinds.size + 1), network.hidden.bias.size), np.int32),
        np.zeros((3, room(pupil.out.kinds.size + 1), network.out.bias.shape[1]), np.int32),
    )


@kernel
def backward(
    network: Network,
    pupil: Pupil,
    mixtures: Mixtures,
    colours: int,
    rows: int,
    inputs: NDArray[Any],
    between: Between,
    row: int,
    given: Int16s,
    guesses: Int16s,
    desk: Desk,
) -> None:
    """Gather the gradients of all layers, by a block of a trail.

    between, guesses  the block's from this row on
    given             int16[N, ...], what came out of the layer hidden
    """
    depth, errors, hidden, columns = network.relu.size - 1, desk.errors, desk.wide_errors, network.first.weight.shape[2]
    left, right, wide = desk.left, desk.right, between.wide[row:]
    for c in range(3):
        out, units, first = _dense.one_of(network.out, c), desk.units, c * network.head
        _dense.store_head(given, first, desk.residuals, rows, network.earlier[c], network.head_relu[c], units)
        _dense.store_values(units, rows, out, desk.params)
        errors[:rows] = OFFSET
        for n in range(rows):
            desk.ends[n, 0], desk.ends[n, 1] = colour.ends_of(colours, c, desk.symbols[0, n], desk.symbols[1, n])
        _mixture_errors.store_mixture_errors(
            desk.params,
            desk.symbols[c],
            guesses[c, row:],
            desk.ends,
            rows,
            mixtures,
            out.limits,
            pupil.to_out[c],
            errors,
        )
        _gradients.clear_beyond(errors, rows)
        _gradients.gather_products(units, pupil.out.kinds.size, errors, rows, columns, left, right, desk.out_sums[c])
        _gradients.store_errors(errors, rows, _dense.one_of(pupil.out.back, c), first, units, hidden)
    _gradients.clear_beyond(hidden, rows)
    _gradients.gather_products(wide, pupil.hidden.kinds.size, hidden, rows, columns, left, right, desk.hidden_sums)
    desk.gradient[:] = 0
    _gradients.add_to_gradient(hidden, rows, pupil.hidden.back, wide, pupil.to_branch[depth - 1], desk.gradient, errors)
    for i in range(depth - 1, -1, -1):
        x, count, back = between.branches[i, row:], pupil.trunk.kinds.size, _dense.one_of(pupil.trunk.back, 2 * i + 1)
        _gradients.clear_beyond(errors, rows)
        _gradients.gather_products(x, count, errors, rows, columns, left, right, desk.trunk_sums[2 * i + 1])
        _gradients.store_errors(errors, rows, back, 0, x, hidden)
        x, back = between.activations[i, row:], _dense.one_of(pupil.trunk.back, 2 * i)
        _gradients.clear_beyond(hidden, rows)
        _gradients.gather_products(x, count, hidden, rows, columns, left, right, desk.trunk_sums[2 * i])
        multiples = pupil.to_branch[i - 1] if i > 0 else pupil.to_first
        _gradients.add_to_gradient(hidden, rows, back, x, multiples, desk.gradient, errors)
    _gradients.clear_beyond(errors, rows)
    _gradients.gather_products(inputs, pupil.first.kinds.size, errors, rows, columns, left, right, desk.first_sums)


@kernel
def lay_out(own: Learning, layer: Packed, moved: NDArray[Any]) -> None:
    """Set a layer's weights, and those of the way back, from its shares; and its bias."""
    inputs, outputs = own.kinds.size, own.shares.shape[1]
    columns, group = layer.weight.shape[2], layer.weight.shape[3]
    for i in range(inputs):
        for o in range(outputs):
            moved[i, o] = (np.int32(own.shares[i, o]) + (1 << (SHARE_BITS - 1))) >> SHARE_BITS
    moved[inputs : -(-inputs // group) * group] = 0
    for o in range(outputs):
        layer.bias[o] = (own.bias[o] + (1 << (BIAS_SHARE_BITS - 1))) >> BIAS_SHARE_BITS
    for i in range(inputs):
        if own.kinds[i] == 2:
            for o in range(outputs):
                layer.bias[o] -= OFFSET * moved[i, o]
    for panel in range(layer.weight.shape[0]):
        _gradients.interleave(moved[:, panel * columns :], inputs, columns, layer.weight[panel], 0)
    if own.back.weight.size > 0:  # errors go no further where last layers learn alone
        lay_out_back(own.back, min(inputs, own.back.bias.size), moved)


@kernel
def lay_out_back(back: Packed, inputs: int, moved: NDArray[Any]) -> None:
    """Set transposed weights from moved[inputs, outputs]."""
    _, groups, columns, group = back.weight.shape
    for i in range(inputs):
        total = 0
        for o in range(groups * group):
            total += moved[i, o]
        back.bias[i] = -OFFSET * total
        _gradients.transpose(moved, i, back.weight[i // columns], i % columns)


@kernel
def begin(network: Network, pupil: Pupil, desk: Desk) -> None:
    """Set a network's weights from their shares."""
    lay_out(pupil.first, network.first, desk.moved)
    for t in range(network.trunk.weight.shape[0]):
        lay_out(learning_of(pupil.trunk, t), _dense.one_of(network.trunk, t), desk.moved)
    lay_out(pupil.hidden, network.hidden, desk.moved)
    for c in range(3):
        lay_out(learning_of(pupil.out, c), _dense.one_of(network.out, c), desk.moved)


@kernel
def move(own: Learning, step: int, sums: Int32s, layer: Packed, moved: NDArray[Any]) -> None:
    """Move a layer's weights and biases by a step against the signs of their gradients, and begin new sums."""
    inputs, outputs, room, width = own.kinds.size, own.shares.shape[1], int(own.room[0]), np.int32(step)
    for i in range(inputs):
        stored = np.int32(OFFSET if own.kinds[i] == 2 else 0)
        if own.kinds[i] > 0:
            for o in range(outputs):
                gradient = sums[i, o] - stored * sums[inputs, o]
                sign = np.int32(gradient > 0) - np.int32(gradient < 0)
                share = np.int32(own.shares[i, o]) - width * sign
                own.shares[i, o] = min(max(share, np.int32(-MAX_SHARES)), np.int32(MAX_SHARES))
    for o in range(outputs):
        gradient = sums[inputs, o]
        bias = int(own.bias[o]) - step * (int(gradient > 0) - int(gradient < 0))
        own.bias[o] = max(-room, min(room, bias))
    sums[:] = 0
    lay_out(own, layer, moved)


@kernel
def study(
    network: Network, pupil: Pupil, window: Window, mixtures: Mixtures, area: Area, trail: Trail, i: int, desk: Desk
) -> int:
    """Gather the gradients of an expert's part of a lesson, whose trail is at an end; how many pixels it coded."""
    count = trail.counts[i]
    for begin in range(0, count, BLOCK):
        rows, guesses = min(BLOCK, count - begin), trail.guesses[i]
        for n in range(rows):
            places = trail.places[i, begin + n]
            region, y, x = places[0], places[1] + window.up, places[2] + window.left
            for c in range(3):
                desk.symbols[c, n] = area.levels[region, y, x, c]
                desk.residuals[n, c] = area.levels[region, y, x, c] - guesses[c, begin + n]
        inputs, given = trail.inputs[i, begin:], trail.hidden[i, begin:]
        backward(
            network, pupil, mixtures, area.colours, rows, inputs, between_of(trail, i), begin, given, guesses, desk
        )
    trail.counts[i] = 0
    return int(count)


@kernel
def learn_last(last: Learning, out: Packed, step: int, sums: Int32s, moved: NDArray[Any]) -> None:
    """Move the heads' last layers, by gradients that were gathered while pixels were coded (_window_kernel.note)."""
    for c in range(3):
        move(learning_of(last, c), step, sums[c], _dense.one_of(out, c), moved)
