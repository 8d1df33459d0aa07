"""The likelihood in compiled loops: from levels to intervals and back, without Python and without its lock.

The arithmetic is window.py's and coding/mixture.py's; here stand the loops around it, on blocks of rows that stay in a
core's cache through all layers. An array of rows has room for a whole number of tiles (_dense.py).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba.core import types
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Uint32s
from bitswap_app.model import _dense, _lanes, _mixtures, _packed, _vectors, context
from bitswap_app.model._packed import OFFSET, ROWS, Packed
from bitswap_app.model._vectors import I8, I16, I64, elements, intrinsic, keep_apart
from bitswap_app.model.config import UNIT

BLOCK = 16 * ROWS  # rows that go through all layers together: some 150 kB, weights apart
INPUT_MAX = 127
AHEAD = 8  # pixels between asking for a cache line and reading it
PLACES = 8  # of the window, whose differences are taken at once


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files."""
    return _jit.kernel(function, calls=(coding, _prefetch, context, _dense, _lanes, _mixtures, _packed, _vectors))


class Network(NamedTuple):
    """The window network.

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


class Window(NamedTuple):
    """Where the window looks.

    rows  int64[R, 3]  of each row: how far above, its first place, how many places
    up, left           at least 1, and as far as the farthest place above and to the left
    grid               period of the position code
    """

    rows: Int64s
    up: int
    left: int
    grid: int


class Area(NamedTuple):
    """Tiles of one batch, with a border around each that every window stays in.

    levels    int16[T, up + H, left + W + right, 4]  Y, Co, Cg, and UNIT where the picture covers the tile; else 0
    features  [T, H, W, F], stored as inputs
    heights, widths  int64[T]  the part of each tile that the picture covers
    phases    int64[T, 2]      (y, x) of each tile's first pixel in the picture's block grid
    """

    levels: Int16s
    features: NDArray[Any]
    heights: Int64s
    widths: Int64s
    phases: Int64s


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


@intrinsic
def _store_differences(typing_context, levels, tile, y, x, guess, inputs, row, column):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Differences of PLACES places from a predictor, clamped; zeros, validity too, where the picture is not.

    guess  int64: the predictor's three levels and a zero, 16 bits each
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        lanes = 4 * PLACES
        shorts, quads = ir.VectorType(I16, lanes), ir.VectorType(I64, PLACES)
        undefined = ir.Constant(quads, ir.Undefined)
        whole = elements(context, builder, signature.args[0], arguments[0])
        found = builder.load(
            builder.bitcast(whole.at(arguments[1], arguments[2], arguments[3]), shorts.as_pointer()), align=2
        )
        single = builder.insert_element(undefined, arguments[4], ir.Constant(ir.IntType(32), 0))
        zeros = ir.Constant(ir.VectorType(ir.IntType(32), PLACES), None)
        predictor = builder.bitcast(builder.shuffle_vector(single, undefined, zeros), shorts)
        values = builder.sub(found, predictor)
        for sign, end in ((">", -INPUT_MAX), ("<", INPUT_MAX)):
            bound = ir.Constant(shorts, [end] * lanes)
            values = builder.select(builder.icmp_signed(sign, values, bound), values, bound)
        fourth = ir.Constant(ir.VectorType(ir.IntType(32), lanes), [i | 3 for i in range(lanes)])
        validity = builder.shuffle_vector(found, found, fourth)
        none = ir.Constant(shorts, None)
        values = builder.select(builder.icmp_signed("!=", validity, none), values, none)
        values = builder.add(values, ir.Constant(shorts, [OFFSET] * lanes))
        if inputs.dtype == types.uint8:
            values = builder.trunc(values, ir.VectorType(I8, lanes))
        target = elements(context, builder, inputs, arguments[5]).at(arguments[6], arguments[7])
        builder.store(values, builder.bitcast(target, values.type.as_pointer()), align=1)
        return context.get_dummy_value()

    intp = types.intp
    return types.void(levels, intp, intp, intp, types.int64, inputs, intp, intp), write


@kernel
def ask_for(area: Area, window: Window, tile: int, y: int, x: int) -> None:
    """Prefetch what gather reads for a pixel; a step of many tiles reads more than a core's caches hold."""
    _prefetch.prefetch(area.features, (tile, y, x, 0))
    for r in range(window.rows.shape[0]):
        v, u, count = y + window.up - window.rows[r, 0], x + window.left + window.rows[r, 1], window.rows[r, 2]
        _prefetch.prefetch(area.levels, (tile, v, u, 0))
        _prefetch.prefetch(area.levels, (tile, v, u + count, 0))


@kernel
def gather(
    area: Area,
    window: Window,
    context_inputs: int,
    places: Int32s,
    begin: int,
    rows: int,
    inputs: NDArray[Any],
    guesses: Int16s,
) -> None:
    """Store the inputs of the pixels from begin on, context and features, and their predictors.

    places   int32[N, 3]  tile, y, x
    inputs   the first pixel's stand in row 0
    guesses  int16[3, N]
    """
    grid, guess = np.uint32(max(1, window.grid)), np.empty(3, np.int16)
    last = places.shape[0] - 1
    for n in range(rows):
        place = places[begin + n]
        tile, y, x = np.intp(place[0]), np.intp(place[1]), np.intp(place[2])
        v, u = y + window.up, x + window.left
        for c in range(3):
            corner, north = area.levels[tile, v - 1, u - 1, c], area.levels[tile, v - 1, u, c]
            guess[c] = context.median_edge(corner, north, area.levels[tile, v, u - 1, c], y, x, c)
            guesses[c, begin + n] = guess[c]
        p0, p1, p2 = np.int64(guess[0]), np.int64(guess[1]), np.int64(guess[2])
        packed = (p0 & 0xFFFF) | (p1 & 0xFFFF) << 16 | (p2 & 0xFFFF) << 32
        k: Any = 0
        ahead = places[min(begin + n + AHEAD, last)]
        ask_for(area, window, np.intp(ahead[0]), np.intp(ahead[1]), np.intp(ahead[2]))
        for r in range(window.rows.shape[0]):
            up, first, count = window.rows[r, 0], window.rows[r, 1], window.rows[r, 2]
            for p in range(0, count, PLACES):
                _store_differences(area.levels, tile, v - up, u + first + p, packed, inputs, n, k + 4 * p)
            k += 4 * count
        row = inputs[n]
        row[k] = max(OFFSET - INPUT_MAX, OFFSET - 128 + p0)
        row[k + 1] = max(OFFSET - INPUT_MAX, OFFSET + (p1 >> 1))
        row[k + 2] = max(OFFSET - INPUT_MAX, OFFSET + (p2 >> 1))
        k += 3
        if window.grid > 0:
            row[k : k + 2 * window.grid] = OFFSET
            row[k + np.uint32(y + area.phases[tile, 0]) % grid] = OFFSET + UNIT
            row[k + window.grid + np.uint32(x + area.phases[tile, 1]) % grid] = OFFSET + UNIT
        features = area.features[tile, y, x]
        for f in range(features.size):
            row[context_inputs + f] = features[f]


@kernel
def store_intervals(
    network: Network,
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
    width = area.widths[tile]
    x, hidden = new_inputs(network, BLOCK), np.empty((BLOCK, network.hidden.bias.size), np.int16)
    units = np.empty((BLOCK, network.earlier.shape[2]), network.stored.dtype)
    params = np.empty((BLOCK, network.out.bias.shape[1]), np.int16)
    guesses, residuals = np.empty((3, BLOCK), np.int16), np.zeros((BLOCK, 3), np.int16)
    places, symbols = np.empty((BLOCK, 3), np.int32), np.empty((3, BLOCK), np.int32)
    found = np.empty((2, BLOCK), np.uint32)
    for begin in range(first * width, last * width, BLOCK):
        rows = min(BLOCK, last * width - begin)
        for n in range(rows):
            places[n, 0], (places[n, 1], places[n, 2]) = tile, divmod(begin + n, width)
        gather(area, window, network.context, places, np.int64(0), rows, x, guesses)
        for n in range(rows):
            for c in range(3):
                symbols[c, n] = area.levels[tile, places[n, 1] + window.up, places[n, 2] + window.left, c]
                residuals[n, c] = symbols[c, n] - guesses[c, n]
        store_hidden(network, x, rows, hidden)
        for c in range(3):
            store_parameters(network, hidden, c, residuals, rows, units, params)
            fault: int = _mixtures.mixture_intervals(
                symbols[c, :rows],
                params[:rows],
                mixtures.each,
                guesses[c, :rows],
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
                y, u = places[n, 1], places[n, 2]
                starts[tile, y, u, c], freqs[tile, y, u, c] = found[0, n], found[1, n]
    return 0


@kernel
def pop_steps(
    head: np.uint64,
    words: Uint32s,
    used: int,
    network: Network,
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
    most = 0
    for i in range(area.heights.size):
        most += min(area.heights[i], 1 + area.widths[i] // slope) if slope > 0 else area.heights[i]
    places = np.empty((most, 3), np.int32)
    x, hidden = new_inputs(network, BLOCK), np.empty((room(most) + BLOCK, network.hidden.bias.size), np.int16)
    units = np.empty((BLOCK, network.earlier.shape[2]), network.stored.dtype)
    params = np.empty((BLOCK, network.out.bias.shape[1]), np.int16)
    guesses, residuals = np.empty((3, most), np.int16), np.zeros((most, 3), np.int16)
    symbols = np.empty(BLOCK, np.int32)
    done = 0
    for step in range(first, last):
        count = 0
        for i in range(area.heights.size):
            for y in range(*coding.rows_of(step, area.heights[i], area.widths[i], slope)):
                places[count, 0], places[count, 1], places[count, 2] = i, y, step - slope * y
                count += 1
        for begin in range(0, count, BLOCK):
            rows = min(BLOCK, count - begin)
            gather(area, window, network.context, places, begin, rows, x, guesses)
            store_hidden(network, x, rows, hidden[begin:])
        for c in range(3):
            for begin in range(0, count, BLOCK):
                end = min(begin + BLOCK, count)
                rows = end - begin
                store_parameters(network, hidden[begin:], c, residuals[begin:], rows, units, params)
                head, used = _mixtures.mixture_pop(
                    head,
                    words,
                    used,
                    params[:rows],
                    mixtures.each,
                    guesses[c, begin:end],
                    mixtures.lowest[c],
                    mixtures.counts[c],
                    mixtures.cdf,
                    mixtures.inverse_scale,
                    mixtures.exp,
                    mixtures.quantiles,
                    symbols[:rows],
                    freqs[done : done + rows],
                )
                if used < 0:
                    return head, used
                done += rows
                for n in range(rows):
                    tile, y, u = places[begin + n, 0], places[begin + n, 1], places[begin + n, 2]
                    area.levels[tile, y + window.up, u + window.left, c] = symbols[n]
                    residuals[begin + n, c] = symbols[n] - guesses[c, begin + n]
    return head, used
