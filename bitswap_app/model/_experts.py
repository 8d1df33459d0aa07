"""Window networks as kernels take them, and room for what becomes of pixels on their way through them.

Arrays of rows have room for a whole number of tiles (_dense.py).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch
from bitswap_app.coding._types import Int16s, Int32s, Int64s
from bitswap_app.model import _dense, _gathering, _packed, _vectors, context
from bitswap_app.model._gathering import PLACES
from bitswap_app.model._packed import ROWS, Packed

BLOCK = 16 * ROWS  # rows that go through all layers together: some 150 kB, weights apart
LANES = 32  # columns of what layers keep for learning are whole numbers of these
SHARED = 2 * BLOCK  # pixels for each expert, on average, of those that are shared out together


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(function, calls=(_prefetch, context, _dense, _gathering, _packed, _vectors))


class Network(NamedTuple):
    """A window network; several of one shape, experts, in one: every array with one more axis.

    trunk        pairs of layers, stacked
    out          the three heads' outputs, stacked
    relu         float32[depth + 1]     scales of the rectifiers before each pair, and before the heads
    head_relu    float32[3]
    earlier      float32[3, 2, C]       what the residuals of the channels before add to a head's units, C >= head
    context      inputs of a row that come from pixels; z1's features follow
    head         units of a head
    mixture      logistics of a mixture
    stored       an empty array of the type of stored inputs
    """

    first: Packed
    trunk: Packed
    hidden: Packed
    out: Packed
    relu: NDArray[np.float32]
    head_relu: NDArray[np.float32]
    earlier: NDArray[np.float32]
    context: int
    head: int
    mixture: int
    stored: NDArray[Any]


class Experts(NamedTuple):
    """The window networks, stacked, and int64[experts - 1] the activities from which on the next one codes a pixel."""

    networks: Network
    activities: Int64s


@kernel
def expert(experts: Experts, i: int) -> Network:
    """One of the window networks."""
    all_ = experts.networks
    return Network(
        _dense.one_of(all_.first, i),
        _dense.one_of(all_.trunk, i),
        _dense.one_of(all_.hidden, i),
        _dense.one_of(all_.out, i),
        all_.relu[i],
        all_.head_relu[i],
        all_.earlier[i],
        all_.context,
        all_.head,
        all_.mixture,
        all_.stored,
    )


class Between(NamedTuple):
    """What goes into a network's layers after the first, of as many pixels as there are rows.

    activations  stored inputs[depth, N, width] of a; with 1 for depth each takes the place of the last
    branches     stored inputs[depth, N, width] of b, likewise
    wide         stored inputs[N, C] of hidden
    """

    activations: NDArray[Any]
    branches: NDArray[Any]
    wide: NDArray[Any]


class Trail(NamedTuple):
    """What went into the layers of each expert, of all pixels of a lesson that it has coded; empty if nobody asks.

    counts   int64[experts]: pixels so far, the rows that are taken
    places   int32[experts, N, 3]  region, y, x
    guesses  int16[experts, 3, N]  predictors
    inputs   stored[experts, N, C], those of the first layer
    between  with one more axis
    hidden   int16[experts, N, 3 * head and more], what came out of the layer hidden
    """

    counts: Int64s
    places: Int32s
    guesses: Int16s
    inputs: NDArray[Any]
    between: Between
    hidden: Int16s


class Work(NamedTuple):
    """What becomes of pixels on their way through the networks, laid out by expert.

    places     int32[N, 3]     tile, y, x
    order      int32[N]        where each pixel went among those that were shared out with it
    inputs     stored inputs of BLOCK pixels
    layers     what goes on between the first layer and hidden, of BLOCK pixels
    hidden     int16[N + BLOCK, 3 * head and more]
    units      stored inputs of the heads' last layers, of BLOCK pixels
    params     int16[M, 3 * mixture and more], of the pixels that are shared out together
    guesses    int16[3, N]     predictors
    residuals  int16[N, 3]
    ends       int32[N, 2]     the least and the most that a channel can be
    """

    places: Int32s
    order: Int32s
    inputs: NDArray[Any]
    layers: Between
    hidden: Int16s
    units: NDArray[Any]
    params: Int16s
    guesses: Int16s
    residuals: Int16s
    ends: Int32s


class Notes(NamedTuple):
    """What networks that learn take down of the pixels that they code: the trail where all layers learn, else the rest.

    multiples  float32[experts, 3, C]  from the mixtures' gradients to errors
    symbols, errors, left, right  of BLOCK pixels, to work in; as in _gradients.py
    sums       int32[experts, 3, > head, C]  these layers' weights' gradients so far, the biases' behind them;
               empty where these do not learn alone
    """

    multiples: NDArray[np.float32]
    symbols: Int32s
    errors: NDArray[Any]
    left: NDArray[Any]
    right: NDArray[Any]
    sums: Int32s
    trail: Trail


@kernel
def shared_out(experts: Experts) -> int:
    """How many pixels are shared out together."""
    count = experts.activities.size + 1
    return SHARED * count if count > 1 else BLOCK  # a block of one network's is soon in and out of the cache


@kernel
def lanes(columns: int) -> int:
    """Columns rounded up."""
    return -(-columns // LANES) * LANES


@kernel
def new_work(experts: Experts, front: Int32s) -> Work:
    """Room for as many pixels as places were given; one network takes them as they come."""
    network, count, together = expert(experts, 0), len(front), shared_out(experts)
    stored = network.stored.dtype
    return Work(
        np.empty((count, 3), np.int32) if experts.activities.size > 0 else front,
        (np.arange(count) % together).astype(np.int32),
        new_inputs(network, BLOCK),
        new_between(network, 1, BLOCK),
        np.empty((count + BLOCK, network.hidden.bias.size), np.int16),
        np.empty((BLOCK, lanes(network.earlier.shape[2])), stored),
        np.empty((together + BLOCK, network.out.bias.shape[1]), np.int16),
        np.empty((3, count), np.int16),
        np.zeros((count, 3), np.int16),
        np.empty((count, 2), np.int32),
    )


@kernel
def room(rows: int) -> int:
    """Rows of an array for so many: a whole number of tiles."""
    return -(-rows // ROWS) * ROWS


@kernel
def new_inputs(network: Network, rows: int) -> NDArray[Any]:
    """Stored inputs for so many rows; behind what the network reads there is space for differences to overrun."""
    columns = network.first.weight.shape[1] * network.first.weight.shape[3]
    x = np.empty((room(rows), columns + 4 * PLACES), network.stored.dtype)
    x[:] = 0
    return x


@kernel
def new_between(network: Network, depth: int, rows: int) -> Between:
    """Room for so many rows."""
    stored, width, weight = network.stored.dtype, network.first.bias.size, network.hidden.weight
    return Between(
        np.empty((depth, room(rows), width), stored),
        np.empty((depth, room(rows), width), stored),
        np.empty((room(rows), lanes(weight.shape[1] * weight.shape[3])), stored),
    )


def new_trail(experts: Experts, pixels: int) -> Trail:
    """Room for a lesson of so many pixels, whichever network codes them."""
    network, count = expert(experts, 0), experts.activities.size + 1 if pixels else 0
    rows, stored = room(pixels) + ROWS, network.stored.dtype
    one = new_between(network, network.relu.size - 1, rows)
    inputs = new_inputs(network, rows)
    return Trail(
        np.zeros(count, np.int64),
        np.empty((count, rows, 3), np.int32),
        np.empty((count, 3, rows), np.int16),
        np.zeros((count, *inputs.shape), stored),
        Between(*(np.empty((count, *part.shape), stored) for part in one)),
        np.empty((count, len(inputs), network.hidden.bias.size), np.int16),
    )


@kernel
def between_of(trail: Trail, i: int) -> Between:
    """What went into the layers of an expert."""
    return Between(trail.between.activations[i], trail.between.branches[i], trail.between.wide[i])
