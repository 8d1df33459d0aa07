"""tilting.py in compiled loops, on the pixels that are shared out together.

One file, because encoding and decoding lay out the same distribution, and learn the same from it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba.core import types

from bitswap_app.coding import _jit, colour
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._kernel import BAD_SCALE, BAD_SYMBOL, MIXTURE_BITS, SLOT_MASK
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Integer, Uint32s
from bitswap_app.model import _lanes, _mixtures, _vectors, tilting
from bitswap_app.model._lanes import LANES, Lanes
from bitswap_app.model._mixtures import Mixtures
from bitswap_app.model._vectors import I8, I64, Elements, address_of, intrinsic
from bitswap_app.model.local_squares import STEPS
from bitswap_app.model.tilting import (
    ASIDE,
    AWAY,
    CHROMA,
    COLOUR,
    COLOURED,
    COUNT_BITS,
    FACTOR_BITS,
    KINDS,
    LEVELS,
    MOST_WEIGHT,
    NARROWEST,
    PHASE,
    RECIPROCAL_BITS,
    SCORE_BITS,
    SHAPE,
    SIGNED,
    WEIGHT_END,
    WEIGHT_SHIFT,
    WHOLE,
    WIDTHS,
    Counts,
)

SPAN = 2 * ASIDE + 1
VECTORS = -(-(SPAN + 1) // LANES)
ZERO = np.intp(0)
SHAPES = 2 * AWAY + 1
SCORED = 2 + COLOURED  # places of a level at most
# Where a pixel's distribution stands in its room: where levels begin in the mixture, in whole vectors; the same times
# weights; what they are scored by, SCORED places each; of these the kinds, factors, expected scores and the squares of
# these; and what tilting.py calls by these names.
BOUNDS, SUMS, PLACES = 0, VECTORS * LANES, VECTORS * LANES + SPAN + 1
OWN_KINDS, FACTORS, MEANS, SQUARES = range(PLACES + SPAN * SCORED, PLACES + (SPAN + 4) * SCORED, SCORED)
SUPPORT, SYMBOLS, LEAST, MOST, LOWEST, COUNT, TOTAL, USUAL = range(SQUARES + SCORED, SQUARES + SCORED + 8)
ROOM = USUAL + 1


class Tilting(NamedTuple):
    """The scores of a batch's levels, and room for a pixel's distribution.

    scores, expected, surplus       int64[KINDS * LEVELS], of a Counts
    factors, gradients, curvatures  int64[KINDS], of the same
    mixture                         int64[3, K]   weights, offsets and slopes, as coding/_kernel.py has them
    room                            int64[ROOM]
    """

    scores: Int64s
    expected: Int64s
    surplus: Int64s
    factors: Int64s
    gradients: Int64s
    curvatures: Int64s
    mixture: Int64s
    room: Int64s


def new_tilting(counts: Counts, components: int) -> Tilting:
    """For mixtures of so many components."""
    mixture, room = np.zeros((3, components), np.int64), np.zeros(ROOM, np.int64)
    scores, expected, surplus = (part.reshape(-1) for part in (counts.scores, counts.expected, counts.surplus))
    return Tilting(scores, expected, surplus, counts.factors, counts.gradients, counts.curvatures, mixture, room)


def counts_of(tilting: Tilting) -> Counts:
    """What is known of a batch's levels, in the same arrays."""
    scores, expected, surplus = (
        part.reshape(KINDS, LEVELS) for part in (tilting.scores, tilting.expected, tilting.surplus)
    )
    return Counts(scores, expected, surplus, tilting.factors, tilting.gradients, tilting.curvatures)


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(function, calls=(coding, colour, _lanes, _mixtures, _vectors, tilting))


@intrinsic
def _add_cumulatives(typing_context, sums, weight, first, step, cdf):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Add weight times the logistic's CDF at first, first + step, ... to VECTORS * LANES sums; sums, cdf: addresses."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        sums, weight, first, step, cdf = arguments
        v, table = Lanes(builder), Elements(builder, builder.inttoptr(cdf, I8.as_pointer()), (), ())
        ramp = ir.Constant(v.kind, list(range(LANES)))
        t = builder.add(v.broadcast(first), builder.mul(v.broadcast(step), ramp))
        by, further = v.broadcast(weight), v.broadcast(builder.mul(step, I64(LANES)))
        for i in range(VECTORS):
            place = builder.inttoptr(builder.add(sums, I64(8 * LANES * i)), I64.as_pointer())
            v.store(builder.add(v.load(place), v.product(by, v.cumulative(t, table))), place)
            t = builder.add(t, further)
        return context.get_dummy_value()

    return types.void(*[types.int64] * 5), write


@kernel
def tells_colour(colours: int, channel: int) -> bool:
    """Whether a channel's level, with those before it, tells a colour."""
    return channel == 2 and colours != colour.JPEG


@kernel
def store_kinds(colours: int, channel: int, factors: Int64s, room: Int64s) -> int:
    """Set the kinds of what a channel's levels are scored by, and their factors; how many places levels have."""
    coloured = tells_colour(colours, channel)
    room[OWN_KINDS], room[OWN_KINDS + 1] = channel, SHAPE + channel
    for k in range(COLOURED):
        room[OWN_KINDS + 2 + k] = COLOUR + k
    places = SCORED if coloured else 2
    for i in range(places):
        room[FACTORS + i] = factors[room[OWN_KINDS + i]]
    return places


@kernel
def store_colours(luma: Integer, orange: Integer, lime: Integer, at: int, room: Int64s) -> None:
    """Set what the colour of levels of YCoCg-R is scored by, from room[at] on: tilting.colour_places."""
    middle = luma - (lime >> 1)
    green, blue = lime + middle, middle - (orange >> 1)
    red = blue + orange
    y = 77 * red + 150 * green + 29 * blue
    cb, cr = 128 * blue - 85 * green - 43 * red, 128 * red - 107 * green - 21 * blue
    room[at] = COLOUR * LEVELS + red
    room[at + 1] = (COLOUR + 1) * LEVELS + green
    room[at + 2] = (COLOUR + 2) * LEVELS + blue
    room[at + 3] = (COLOUR + 3) * LEVELS + red - green + SIGNED
    room[at + 4] = (COLOUR + 4) * LEVELS + green - blue + SIGNED
    room[at + 5] = (COLOUR + 5) * LEVELS + (y >> 6)
    room[at + 6] = (COLOUR + 6) * LEVELS + (cb >> 6) + CHROMA
    room[at + 7] = (COLOUR + 7) * LEVELS + (cr >> 6) + CHROMA
    room[at + 8] = (COLOUR + 8) * LEVELS + ((red & 7) << 6 | (green & 7) << 3 | blue & 7)
    phases = ((y + 8) >> 4 & 15) << 8 | ((cb + 8) >> 4 & 15) << 4 | (cr + 8) >> 4 & 15
    room[at + 9] = PHASE * LEVELS + phases


@kernel
def weight_of(score: Integer, exp: Uint32s) -> Integer:
    """What a frequency is multiplied with."""
    to_sixteenths = SCORE_BITS - 4
    step = MOST_WEIGHT - ((score + (1 << (to_sixteenths - 1))) >> to_sixteenths)
    found = np.int64(exp[min(max(step, 0), exp.size - 1)]) >> WEIGHT_SHIFT
    return min(max(found, np.int64(1)), np.int64(WEIGHT_END))


@kernel
def store_places(
    colours: int,
    channel: int,
    luma: Integer,
    orange: Integer,
    lowest: Integer,
    count: Integer,
    away: Integer,
    variance: Integer,
    room: Int64s,
) -> None:
    """Set what levels from the lowest on are scored by.

    away: of the lowest from the mixture's mean, in 1 / STEPS
    """
    deviation, width = np.int64(np.sqrt(np.float64(variance))), np.int64(0)
    for bits in range(NARROWEST + 1, NARROWEST + WIDTHS):
        width += np.int64(variance >= (np.int64(1) << bits))
    by, first = (np.int64(1) << RECIPROCAL_BITS) // (2 * deviation), SHAPES * width + AWAY
    own, coloured = channel * LEVELS + (SIGNED if channel > 0 else 0), tells_colour(colours, channel)
    for j in range(count):
        at = PLACES + SCORED * j
        whole = ((2 * (away + STEPS * j) + deviation) * by) >> RECIPROCAL_BITS
        room[at] = own + lowest + j
        room[at + 1] = (SHAPE + channel) * LEVELS + first + min(max(whole, np.int64(-AWAY)), np.int64(AWAY))
        if coloured:
            store_colours(luma, orange, lowest + j, at + 2, room)


@kernel
def store_bounds(lowest: Integer, count: Integer, mixture: Int64s, cdf: Uint32s, room: Int64s) -> None:
    """Set where levels from the lowest on begin in the mixture, and where the last of them ends."""
    room[BOUNDS:SUMS] = 0
    place, table = address_of(room, (ZERO,)), address_of(cdf, (ZERO,))
    for k in range(mixture.shape[1]):
        weight, offset, slope = mixture[0, k], mixture[1, k], mixture[2, k]
        _add_cumulatives(place, weight, offset + slope * (16 * lowest - 8), 16 * slope, table)
    support, symbols = room[SUPPORT], room[SYMBOLS]
    first, last = room[LEAST] - support, room[MOST] - support
    for j in range(count + 1):
        room[BOUNDS + j] = coding.boundary(lowest - support + j, room[BOUNDS + j], symbols, first, last)


@kernel
def lay_out(
    colours: int,
    channel: int,
    luma: Integer,
    orange: Integer,
    centre: Integer,
    mean: Integer,
    variance: Integer,
    scores: Int64s,
    mixture: Int64s,
    cdf: Uint32s,
    exp: Uint32s,
    places: int,
    room: Int64s,
) -> None:
    """Set the tilted distribution of a pixel, whose mixture and ends are there, by so many places of a level.

    mean, variance: of the mixture, from the centre
    """
    least, most = room[LEAST], room[MOST]
    middle = min(max(centre + (mean + STEPS // 2) // STEPS, least), most)
    lowest = max(middle - ASIDE, least)
    count = min(middle + ASIDE, most) - lowest + 1
    store_bounds(lowest, count, mixture, cdf, room)
    away = STEPS * (lowest - centre) - mean
    store_places(colours, channel, luma, orange, lowest, count, away, variance, room)
    usual = weight_of(np.int64(0), exp)
    total = usual * room[BOUNDS]
    room[SUMS] = total
    for j in range(count):
        score = np.int64(0)
        for i in range(places):
            score += room[FACTORS + i] * scores[room[PLACES + SCORED * j + i]]
        total += weight_of(score >> FACTOR_BITS, exp) * (room[BOUNDS + j + 1] - room[BOUNDS + j])
        room[SUMS + j + 1] = total
    room[LOWEST], room[COUNT], room[USUAL] = lowest, count, usual
    room[TOTAL] = total + usual * (WHOLE - room[BOUNDS + count])


@kernel
def scaled(level: Integer, sum_: Integer, room: Int64s) -> Integer:
    """Where a level begins on the scale WHOLE, by the sum of what lies before it."""
    found: Integer = level - room[LEAST] + sum_ * (WHOLE - (room[MOST] - room[LEAST] + 1)) // room[TOTAL]
    return found


@kernel
def begin_of(level: Integer, mixture: Int64s, cdf: Uint32s, room: Int64s) -> Integer:
    """The same of any level."""
    at, count, support = level - room[LOWEST], room[COUNT], room[SUPPORT]
    if 0 <= at <= count:
        inside: Integer = scaled(level, room[SUMS + at], room)
        return inside
    cumulative = np.int64(0)
    for k in range(mixture.shape[1]):
        cumulative += mixture[0, k] * coding.cumulative(mixture[1, k] + mixture[2, k] * (16 * level - 8), cdf)
    first, last = room[LEAST] - support, room[MOST] - support
    start = coding.boundary(level - support, cumulative, room[SYMBOLS], first, last)
    beyond = room[SUMS + count] + room[USUAL] * (start - room[BOUNDS + count])
    found: Integer = scaled(level, room[USUAL] * start if at < 0 else beyond, room)
    return found


@kernel
def note(
    symbol: Integer,
    places: int,
    room: Int64s,
    scores: Int64s,
    expected: Int64s,
    surplus: Int64s,
    gradients: Int64s,
    curvatures: Int64s,
) -> None:
    """Count what was expected of a pixel's levels, so many places each, and which one turned up."""
    room[MEANS : MEANS + places] = 0
    room[SQUARES : SQUARES + places] = 0
    by, found = (np.int64(1) << 60) // room[TOTAL], symbol - room[LOWEST]
    for j in range(room[COUNT]):
        much = ((room[SUMS + j + 1] - room[SUMS + j]) * by) >> (60 - COUNT_BITS)
        if much == 0 and j != found:  # as of most levels where all is calm
            continue
        beyond = (np.int64(1) << COUNT_BITS if j == found else np.int64(0)) - much
        for i in range(places):
            at = room[PLACES + SCORED * j + i]
            score = scores[at]
            expected[at] += much
            surplus[at] += beyond
            room[MEANS + i] += much * score
            room[SQUARES + i] += much * score * score
    for i in range(places):
        kind, mean = room[OWN_KINDS + i], room[MEANS + i]
        curvatures[kind] += (room[SQUARES + i] - (mean * mean >> COUNT_BITS)) >> COUNT_BITS
        gradients[kind] -= mean
        if 0 <= found < room[COUNT]:
            gradients[kind] += scores[room[PLACES + SCORED * found + i]] << COUNT_BITS


@kernel
def intervals(
    tilting: Tilting,
    mixtures: Mixtures,
    colours: int,
    channel: int,
    symbols: Int32s,
    params: Int16s,
    guesses: Int16s,
    residuals: Int16s,
    means: Int64s,
    variances: Int64s,
    ends: Int32s,
    starts: Uint32s,
    freqs: Uint32s,
) -> int:
    """Fill starts and freqs for symbols int32[n], and learn from them; 0 or a fault of coding/_kernel.

    params int16[n, 3 K or more]; guesses int16[3, n], the centres; residuals int16[n, 3], of channels before; means
    and variances int64[n], of the mixtures; ends int32[n, 2]
    """
    cdf, exp, inverse_scale = mixtures.cdf, mixtures.exp, mixtures.inverse_scale  # to hand tuples over takes longer
    scores, expected, surplus = tilting.scores, tilting.expected, tilting.surplus
    gradients, curvatures = tilting.gradients, tilting.curvatures
    mixture, room, components = tilting.mixture, tilting.room, len(mixtures.each)
    weights, offsets, slopes = mixture[0], mixture[1], mixture[2]
    room[SUPPORT], room[SYMBOLS] = mixtures.lowest[channel], mixtures.counts[channel]
    places = store_kinds(colours, channel, tilting.factors, room)
    for i in range(symbols.size):
        symbol, centre = np.int64(symbols[i]), np.int64(guesses[channel, i])
        if symbol < ends[i, 0] or symbol > ends[i, 1]:
            return BAD_SYMBOL
        room[LEAST], room[MOST] = ends[i, 0], ends[i, 1]
        luma, orange = np.int64(guesses[0, i] + residuals[i, 0]), np.int64(guesses[1, i] + residuals[i, 1])
        coding.weigh(params[i, :components], exp, weights)
        if coding.place(params[i], centre, inverse_scale, offsets, slopes) < 0:
            return BAD_SCALE
        lay_out(colours, channel, luma, orange, centre, means[i], variances[i], scores, mixture, cdf, exp, places, room)
        start = begin_of(symbol, mixture, cdf, room)
        starts[i], freqs[i] = start, begin_of(symbol + 1, mixture, cdf, room) - start
        note(symbol, places, room, scores, expected, surplus, gradients, curvatures)
    return 0


@kernel
def find(slot: Integer, mixture: Int64s, cdf: Uint32s, room: Int64s) -> Integer:
    """The level that owns a slot, by bisection: among those that are tilted, or else on their side of all."""
    low: Integer = room[LOWEST]
    high: Integer = low + room[COUNT]
    if slot < scaled(low, room[SUMS], room):
        low, high = room[LEAST], low
    elif slot >= scaled(high, room[SUMS + room[COUNT]], room):
        low, high = high, room[MOST] + 1
    while high - low > 1:
        middle = (low + high) >> 1
        if slot < begin_of(middle, mixture, cdf, room):
            high = middle
        else:
            low = middle
    return low


@kernel
def pop(
    head: np.uint64,
    words: Uint32s,
    used: int,
    tilting: Tilting,
    mixtures: Mixtures,
    colours: int,
    channel: int,
    order: Int32s,
    params: Int16s,
    guesses: Int16s,
    residuals: Int16s,
    means: Int64s,
    variances: Int64s,
    ends: Int32s,
    symbols: Int32s,
    freqs: Uint32s,
) -> tuple[np.uint64, int]:
    """Pop symbols int32[order.size], and their freqs, and learn from them; (head, used).

    order  where in the others each symbol's own stand, which are as in intervals
    """
    cdf, exp, inverse_scale = mixtures.cdf, mixtures.exp, mixtures.inverse_scale
    scores, expected, surplus = tilting.scores, tilting.expected, tilting.surplus
    gradients, curvatures = tilting.gradients, tilting.curvatures
    mixture, room, components = tilting.mixture, tilting.room, len(mixtures.each)
    weights, offsets, slopes = mixture[0], mixture[1], mixture[2]
    room[SUPPORT], room[SYMBOLS] = mixtures.lowest[channel], mixtures.counts[channel]
    places = store_kinds(colours, channel, tilting.factors, room)
    for i in range(order.size):
        n = order[i]
        centre = np.int64(guesses[channel, n])
        room[LEAST], room[MOST] = ends[n, 0], ends[n, 1]
        luma, orange = np.int64(guesses[0, n] + residuals[n, 0]), np.int64(guesses[1, n] + residuals[n, 1])
        coding.weigh(params[n, :components], exp, weights)
        if coding.place(params[n], centre, inverse_scale, offsets, slopes) < 0:
            return head, BAD_SCALE
        lay_out(colours, channel, luma, orange, centre, means[n], variances[n], scores, mixture, cdf, exp, places, room)
        symbol = find(np.int64(head & SLOT_MASK), mixture, cdf, room)
        start = begin_of(symbol, mixture, cdf, room)
        freq = begin_of(symbol + 1, mixture, cdf, room) - start
        symbols[i], freqs[i] = symbol, freq
        head, used = coding.pop_one(head, words, used, np.uint64(start), np.uint64(freq), MIXTURE_BITS)
        if used < 0:
            break
        note(symbol, places, room, scores, expected, surplus, gradients, curvatures)
    return head, used
