"""tilting.py in compiled loops, on the pixels that are shared out together."""

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
    COUNT_BITS,
    MOST_WEIGHT,
    NARROWEST,
    RECIPROCAL_BITS,
    RED,
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
LEAST, MOST, LOWEST, COUNT, TOTAL, USUAL = range(6)
QUARTERS = 2 * AWAY + 1


class Tilting(NamedTuple):
    """The scores of a batch's levels, and room for a pixel's distribution.

    scores, expected, surplus   int64[KINDS, LEVELS], of a Counts
    bounds, sums                int64[SPAN + 1 and more], as in tilting.py
    shapes                      int64[SPAN]  where among the scores of SHAPE those of a pixel's levels are
    about                       int64[6]     LEAST, MOST, LOWEST and COUNT of the levels that are tilted, TOTAL, USUAL
    weights, offsets, slopes    int64[K]     of the mixture
    """

    scores: Int64s
    expected: Int64s
    surplus: Int64s
    bounds: Int64s
    sums: Int64s
    shapes: Int64s
    about: Int64s
    weights: Int64s
    offsets: Int64s
    slopes: Int64s


def new_tilting(counts: Counts, components: int) -> Tilting:
    """For mixtures of so many components."""
    room = [
        np.zeros(size, np.int64) for size in (VECTORS * LANES, SPAN + 1, SPAN, 6, components, components, components)
    ]
    return Tilting(counts.scores, counts.expected, counts.surplus, *room)


def counts_of(tilting: Tilting) -> Counts:
    """What is known of a batch's levels, in the same arrays."""
    return Counts(tilting.scores, tilting.expected, tilting.surplus)


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
def has_rgb(colours: int, channel: int) -> bool:
    """Whether a channel's level, with those before it, tells red, green and blue."""
    return channel == 2 and colours != colour.JPEG


@kernel
def rgb_of(luma: Integer, orange: Integer, lime: Integer) -> tuple[Integer, Integer, Integer]:
    """Red, green and blue of levels of YCoCg-R."""
    middle = luma - (lime >> 1)
    blue = middle - (orange >> 1)
    return blue + orange, lime + middle, blue


@kernel
def weight_of(score: Integer, exp: Uint32s) -> Integer:
    """What a frequency is multiplied with."""
    to_sixteenths = SCORE_BITS - 4
    step = MOST_WEIGHT - ((score + (1 << (to_sixteenths - 1))) >> to_sixteenths)
    found = np.int64(exp[min(max(step, 0), exp.size - 1)]) >> WEIGHT_SHIFT
    return min(max(found, np.int64(1)), np.int64(WEIGHT_END))


@kernel
def store_shapes(away: Integer, variance: Integer, count: Integer, shapes: Int64s) -> None:
    """Set the places of levels in their mixture's shape. away: of the first one from the mean, in 1 / STEPS."""
    deviation, width = np.int64(np.sqrt(np.float64(variance))), np.int64(0)
    for bits in range(NARROWEST + 1, NARROWEST + WIDTHS):
        width += np.int64(variance >= (np.int64(1) << bits))
    by, first = (np.int64(1) << RECIPROCAL_BITS) // (2 * deviation), QUARTERS * width + AWAY
    for j in range(count):
        quarters = ((8 * (away + STEPS * j) + deviation) * by) >> RECIPROCAL_BITS
        shapes[j] = first + min(max(quarters, np.int64(-AWAY)), np.int64(AWAY))


@kernel
def lay_out(
    colours: int,
    channel: int,
    luma: Integer,
    orange: Integer,
    centre: Integer,
    mean: Integer,
    variance: Integer,
    least: Integer,
    most: Integer,
    support: int,
    symbols: int,
    scores: Int64s,
    weights: Int64s,
    offsets: Int64s,
    slopes: Int64s,
    cdf: Uint32s,
    exp: Uint32s,
    bounds: Int64s,
    sums: Int64s,
    shapes: Int64s,
    about: Int64s,
) -> None:
    """Set the tilted distribution of a pixel, whose mixture is laid out.

    mean, variance    of the mixture, from its centre
    support, symbols  the channel's lowest level, and how many it has
    """
    middle = min(max(np.int64(centre) + (mean + STEPS // 2) // STEPS, least), most)
    lowest = max(middle - ASIDE, least)
    count = min(middle + ASIDE, most) - lowest + 1
    bounds[:] = 0
    place, table = address_of(bounds, (ZERO,)), address_of(cdf, (ZERO,))
    for k in range(weights.size):
        first = offsets[k] + slopes[k] * (16 * lowest - 8)
        _add_cumulatives(place, weights[k], first, 16 * slopes[k], table)
    for j in range(count + 1):
        bounds[j] = coding.boundary(lowest - support + j, bounds[j], symbols, least - support, most - support)
    store_shapes(STEPS * (lowest - np.int64(centre)) - mean, variance, count, shapes)
    usual, own = weight_of(np.int64(0), exp), SIGNED if channel > 0 else 0
    total = usual * bounds[0]
    sums[0] = total
    for j in range(count):
        score = scores[channel, lowest + j + own] + scores[SHAPE + channel, shapes[j]]
        if has_rgb(colours, channel):
            red, green, blue = rgb_of(luma, orange, lowest + j)
            score += scores[RED, red] + scores[RED + 1, green] + scores[RED + 2, blue]
        total += weight_of(score, exp) * (bounds[j + 1] - bounds[j])
        sums[j + 1] = total
    about[LEAST], about[MOST], about[LOWEST], about[COUNT], about[USUAL] = least, most, lowest, count, usual
    about[TOTAL] = total + usual * (WHOLE - bounds[count])


@kernel
def scaled(level: Integer, about: Int64s, sum_: Integer) -> Integer:
    """Where a level begins on the scale WHOLE, by the sum of what lies before it."""
    found: Integer = level - about[LEAST] + sum_ * (WHOLE - (about[MOST] - about[LEAST] + 1)) // about[TOTAL]
    return found


@kernel
def begin_of(
    level: Integer,
    support: int,
    symbols: int,
    weights: Int64s,
    offsets: Int64s,
    slopes: Int64s,
    cdf: Uint32s,
    bounds: Int64s,
    sums: Int64s,
    about: Int64s,
) -> Integer:
    """The same of any level."""
    at, count = level - about[LOWEST], about[COUNT]
    if 0 <= at <= count:
        inside: Integer = scaled(level, about, sums[at])
        return inside
    cumulative = np.int64(0)
    for k in range(weights.size):
        cumulative += weights[k] * coding.cumulative(offsets[k] + slopes[k] * (16 * level - 8), cdf)
    first, last = about[LEAST] - support, about[MOST] - support
    start = coding.boundary(level - support, cumulative, symbols, first, last)
    beyond = sums[count] + about[USUAL] * (start - bounds[count])
    found: Integer = scaled(level, about, about[USUAL] * start if at < 0 else beyond)
    return found


@kernel
def note(
    colours: int,
    channel: int,
    luma: Integer,
    orange: Integer,
    symbol: Integer,
    sums: Int64s,
    shapes: Int64s,
    about: Int64s,
    expected: Int64s,
    surplus: Int64s,
) -> None:
    """Count what was expected of a pixel's levels, and which one turned up."""
    by, own = (np.int64(1) << 60) // about[TOTAL], SIGNED if channel > 0 else 0
    for j in range(about[COUNT]):
        level = about[LOWEST] + j
        much = ((sums[j + 1] - sums[j]) * by) >> (60 - COUNT_BITS)
        if much == 0 and level != symbol:  # as of most levels where all is calm
            continue
        beyond = (np.int64(1) << COUNT_BITS if level == symbol else np.int64(0)) - much
        expected[channel, level + own] += much
        surplus[channel, level + own] += beyond
        expected[SHAPE + channel, shapes[j]] += much
        surplus[SHAPE + channel, shapes[j]] += beyond
        if has_rgb(colours, channel):
            red, green, blue = rgb_of(luma, orange, level)
            expected[RED, red] += much
            expected[RED + 1, green] += much
            expected[RED + 2, blue] += much
            surplus[RED, red] += beyond
            surplus[RED + 1, green] += beyond
            surplus[RED + 2, blue] += beyond


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
    cdf, exp, inverse_scale = mixtures.cdf, mixtures.exp, mixtures.inverse_scale  # to look up arrays takes long
    bounds, sums, shapes, about, scores = tilting.bounds, tilting.sums, tilting.shapes, tilting.about, tilting.scores
    weights, offsets, slopes = tilting.weights, tilting.offsets, tilting.slopes
    expected, surplus = tilting.expected, tilting.surplus
    support, size, components = mixtures.lowest[channel], mixtures.counts[channel], len(mixtures.each)
    for i in range(symbols.size):
        symbol, least, most = np.int64(symbols[i]), np.int64(ends[i, 0]), np.int64(ends[i, 1])
        if symbol < least or symbol > most:
            return BAD_SYMBOL
        luma, orange = np.int64(guesses[0, i] + residuals[i, 0]), np.int64(guesses[1, i] + residuals[i, 1])
        centre = guesses[channel, i]
        coding.weigh(params[i, :components], exp, weights)
        if coding.place(params[i], centre, inverse_scale, offsets, slopes) < 0:
            return BAD_SCALE
        lay_out(
            colours, channel, luma, orange, centre, means[i], variances[i], least, most, support, size,
            scores, weights, offsets, slopes, cdf, exp, bounds, sums, shapes, about,
        )  # fmt: skip
        start = begin_of(symbol, support, size, weights, offsets, slopes, cdf, bounds, sums, about)
        end = begin_of(symbol + 1, support, size, weights, offsets, slopes, cdf, bounds, sums, about)
        starts[i], freqs[i] = start, end - start
        note(colours, channel, luma, orange, symbol, sums, shapes, about, expected, surplus)
    return 0


@kernel
def find(
    slot: Integer,
    support: int,
    symbols: int,
    weights: Int64s,
    offsets: Int64s,
    slopes: Int64s,
    cdf: Uint32s,
    bounds: Int64s,
    sums: Int64s,
    about: Int64s,
) -> Integer:
    """The level that owns a slot, by bisection: among those that are tilted, or else on their side of all."""
    lowest = about[LOWEST]
    beyond = lowest + about[COUNT]
    low: Integer = lowest
    high: Integer = beyond
    if slot < scaled(lowest, about, sums[0]):
        low, high = about[LEAST], lowest
    elif slot >= scaled(beyond, about, sums[about[COUNT]]):
        low, high = beyond, about[MOST] + 1
    while high - low > 1:
        middle = (low + high) >> 1
        if slot < begin_of(middle, support, symbols, weights, offsets, slopes, cdf, bounds, sums, about):
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
    bounds, sums, shapes, about, scores = tilting.bounds, tilting.sums, tilting.shapes, tilting.about, tilting.scores
    weights, offsets, slopes = tilting.weights, tilting.offsets, tilting.slopes
    expected, surplus = tilting.expected, tilting.surplus
    support, size, components = mixtures.lowest[channel], mixtures.counts[channel], len(mixtures.each)
    for i in range(order.size):
        n = order[i]
        luma, orange = np.int64(guesses[0, n] + residuals[n, 0]), np.int64(guesses[1, n] + residuals[n, 1])
        centre, least, most = guesses[channel, n], np.int64(ends[n, 0]), np.int64(ends[n, 1])
        coding.weigh(params[n, :components], exp, weights)
        if coding.place(params[n], centre, inverse_scale, offsets, slopes) < 0:
            return head, BAD_SCALE
        lay_out(
            colours, channel, luma, orange, centre, means[n], variances[n], least, most, support, size,
            scores, weights, offsets, slopes, cdf, exp, bounds, sums, shapes, about,
        )  # fmt: skip
        slot = np.int64(head & SLOT_MASK)
        symbol = find(slot, support, size, weights, offsets, slopes, cdf, bounds, sums, about)
        start = begin_of(symbol, support, size, weights, offsets, slopes, cdf, bounds, sums, about)
        freq = begin_of(symbol + 1, support, size, weights, offsets, slopes, cdf, bounds, sums, about) - start
        symbols[i], freqs[i] = symbol, freq
        head, used = coding.pop_one(head, words, used, np.uint64(start), np.uint64(freq), MIXTURE_BITS)
        if used < 0:
            break
        note(colours, channel, luma, orange, symbol, sums, shapes, about, expected, surplus)
    return head, used
