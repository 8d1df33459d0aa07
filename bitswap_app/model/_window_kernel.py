"""The likelihood in compiled loops: from levels to intervals and back, without Python and without its lock.

The arithmetic is window.py's and coding/mixture.py's; here stand the loops around it, on blocks of rows that stay in a
core's cache through all layers. An array of rows has room for a whole number of tiles (_dense.py).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._types import Int16s, Int64s, Uint32s
from bitswap_app.model import _dense, _gathering, _lanes, _mixtures, _packed, _vectors, context
from bitswap_app.model._gathering import PLACES, Area, Window
from bitswap_app.model._packed import ROWS, Packed

BLOCK = 16 * ROWS  # rows that go through all layers together: some 150 kB, weights apart
SHARED = 16 * BLOCK  # pixels that an encoder shares out among the experts together


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files."""
    return _jit.kernel(
        function, calls=(coding, _prefetch, context, _dense, _gathering, _lanes, _mixtures, _packed, _vectors)
    )


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


class Mixtures(NamedTuple):
    """How parameters become intervals: each channel's lowest symbol and their number, and the tables of tables.py.

    each  one zero for each logistic of a mixture; kernels are compiled for their number
    """

    lowest: Int64s
    counts: Int64s
    cdf: Uint32s
    inverse_scale: Int64s
    exp: Uint32s
    quantiles: Int64s
    each: tuple[int, ...]


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
def store_hidden(network: Network, x: NDArray[Any], rows: int, hidden: Int16s) -> None:
    """All that does not depend on the pixel itself: hidden int16[N, 3 * head and more] from stored inputs x."""
    width, dtype = network.first.bias.size, network.stored.dtype
    features = network.hidden.weight.shape[1] * network.hidden.weight.shape[3] - width
    stream = np.empty((room(rows), width), np.float32)
    a = np.empty((room(rows), width), dtype)
    b = np.empty((room(rows), width), dtype)
    wide = np.empty((room(rows), width + features), dtype)
    for n in range(rows):
        for f in range(features):
            wide[n, width + f] = x[n, network.context + f]

    depth = network.relu.size - 1
    _dense.store_stream(x, rows, network.first, network.relu[0], stream, a)
    for i in range(depth):
        _dense.store_activations(a, rows, _dense.one_of(network.trunk, 2 * i), b)
        target = a if i + 1 < depth else wide
        _dense.add_to_stream(b, rows, _dense.one_of(network.trunk, 2 * i + 1), network.relu[i + 1], stream, target)
    _dense.store_values(wide, rows, network.hidden, hidden)


@kernel
def store_parameters(
    network: Network, hidden: Int16s, channel: int, residuals: Int16s, rows: int, units: NDArray[Any], params: Int16s
) -> None:
    """The mixtures of a channel: params int16[N, 3 * mixture and more]. units is stored inputs[N, C], to work in."""
    first, earlier = channel * network.head, network.earlier[channel]
    _dense.store_head(hidden, first, residuals, rows, earlier, network.head_relu[channel], units)
    _dense.store_values(units, rows, _dense.one_of(network.out, channel), params)


@kernel
def store_intervals(
    experts: Experts,
    window: Window,
    mixtures: Mixtures,
    area: Area,
    tile: int,
    first: int,
    last: int,
    starts: Uint32s,
    freqs: Uint32s,
) -> int:
    """Fill starts and freqs, uint32[T, H, W, 3], for rows first..last - 1 of a tile; 0 or a fault of coding/_kernel."""
    width, network = area.widths[tile], expert(experts, 0)
    x, hidden = new_inputs(network, BLOCK), np.empty((BLOCK, network.hidden.bias.size), np.int16)
    units = np.empty((BLOCK, network.earlier.shape[2]), network.stored.dtype)
    params = np.empty((BLOCK, network.out.bias.shape[1]), np.int16)
    guesses, residuals = np.empty((3, SHARED), np.int16), np.zeros((BLOCK, 3), np.int16)
    symbols, found = np.empty((3, BLOCK), np.int32), np.empty((2, BLOCK), np.uint32)
    raster, sorted_ = np.empty((SHARED, 3), np.int32), np.empty((SHARED, 3), np.int32)
    order = np.arange(SHARED, dtype=np.int32)
    for start in range(first * width, last * width, SHARED):
        count = min(SHARED, last * width - start)
        for n in range(count):
            raster[n, 0], (raster[n, 1], raster[n, 2]) = tile, divmod(start + n, width)
        places, ends = _gathering.by_expert(area, window, experts.activities, raster, count, order, sorted_)
        for e in range(ends.size - 1):
            network = expert(experts, e)
            for begin in range(ends[e], ends[e + 1], BLOCK):
                rows = min(BLOCK, ends[e + 1] - begin)
                _gathering.gather(area, window, network.context, places, begin, rows, x, guesses)
                for n in range(rows):
                    y, u = places[begin + n, 1], places[begin + n, 2]
                    for c in range(3):
                        symbols[c, n] = area.levels[tile, y + window.up, u + window.left, c]
                        residuals[n, c] = symbols[c, n] - guesses[c, begin + n]
                store_hidden(network, x, rows, hidden)
                for c in range(3):
                    store_parameters(network, hidden, c, residuals, rows, units, params)
                    fault: int = _mixtures.mixture_intervals(
                        symbols[c, :rows],
                        params[:rows],
                        mixtures.each,
                        guesses[c, begin : begin + rows],
                        mixtures.lowest[c],
                        mixtures.counts[c],
                        mixtures.cdf,
                        mixtures.inverse_scale,
                        mixtures.exp,
                        found[0],
                        found[1],
                    )
                    if fault < 0:
                        return fault
                    for n in range(rows):
                        y, u = places[begin + n, 1], places[begin + n, 2]
                        starts[tile, y, u, c], freqs[tile, y, u, c] = found[0, n], found[1, n]
    return 0


@kernel
def pop_steps(
    head: np.uint64,
    words: Uint32s,
    used: int,
    experts: Experts,
    window: Window,
    mixtures: Mixtures,
    area: Area,
    slope: int,
    first: int,
    last: int,
    freqs: Uint32s,
) -> tuple[np.uint64, int]:
    """Pop the pixels of the steps first..last - 1 of wavefront.py's order into area.levels; (head, used).

    freqs  uint32[N], of all symbols in the order in which they come
    """
    most, network = 0, expert(experts, 0)
    for i in range(area.heights.size):
        most += min(area.heights[i], 1 + area.widths[i] // slope) if slope > 0 else area.heights[i]
    front, sorted_, order = (
        np.empty((most, 3), np.int32),
        np.empty((most, 3), np.int32),
        np.arange(most, dtype=np.int32),
    )
    x, hidden = new_inputs(network, BLOCK), np.empty((room(most) + BLOCK, network.hidden.bias.size), np.int16)
    units = np.empty((BLOCK, network.earlier.shape[2]), network.stored.dtype)
    params = np.empty((room(most) + BLOCK, network.out.bias.shape[1]), np.int16)
    guesses, residuals = np.empty((3, most), np.int16), np.zeros((most, 3), np.int16)
    symbols, done = np.empty(most, np.int32), 0
    for step in range(first, last):
        count = 0
        for i in range(area.heights.size):
            for y in range(*coding.rows_of(step, area.heights[i], area.widths[i], slope)):
                front[count, 0], front[count, 1], front[count, 2] = i, y, step - slope * y
                count += 1
        places, ends = _gathering.by_expert(area, window, experts.activities, front, count, order, sorted_)
        for e in range(ends.size - 1):
            network = expert(experts, e)
            for begin in range(ends[e], ends[e + 1], BLOCK):
                rows = min(BLOCK, ends[e + 1] - begin)
                _gathering.gather(area, window, network.context, places, begin, rows, x, guesses)
                store_hidden(network, x, rows, hidden[begin:])
        for c in range(3):
            for e in range(ends.size - 1):
                network = expert(experts, e)
                for begin in range(ends[e], ends[e + 1], BLOCK):
                    rows = min(BLOCK, ends[e + 1] - begin)
                    store_parameters(network, hidden[begin:], c, residuals[begin:], rows, units, params[begin:])
            head, used = _mixtures.mixture_pop(
                head,
                words,
                used,
                params,
                mixtures.each,
                guesses[c],
                order[:count],
                mixtures.lowest[c],
                mixtures.counts[c],
                mixtures.cdf,
                mixtures.inverse_scale,
                mixtures.exp,
                mixtures.quantiles,
                symbols,
                freqs[done : done + count],
            )
            if used < 0:
                return head, used
            done += count
            for i in range(count):
                n = order[i]
                area.levels[front[i, 0], front[i, 1] + window.up, front[i, 2] + window.left, c] = symbols[i]
                residuals[n, c] = symbols[i] - guesses[c, n]
    return head, used
