"""Mixtures in vectors: the integers of coding/_kernel.py in half the time.

coding/_kernel.py says what is computed and bounds every term; tests hold the two against each other. Looking up a
symbol's parameters is left to plain loops, which are no slower. An encoder takes LANES symbols at once and goes through
their components only once, so what rounding leaves of the weights is added at the end, times its component. A decoder
finds one symbol after the other, with the components of its mixture side by side.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba.core import cgutils, types
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.coding import _kernel as coding
from bitswap_app.coding._kernel import (
    BAD_SCALE,
    BAD_SYMBOL,
    LAST_GAP,
    MIXTURE_BITS,
    ORIGIN,
    QUANTILE_SHIFT,
    SLOT_MASK,
)
from bitswap_app.coding._types import Float64s, Int16s, Int32s, Int64s, Integer, Uint32s
from bitswap_app.model import _lanes, _vectors
from bitswap_app.model._lanes import LANES, Lanes
from bitswap_app.model._vectors import I8, I64, Elements, address_of, elements, intrinsic, keep_apart

ZERO = np.intp(0)
AHEAD, RING = 8, 16  # symbols between reading a mixture's parameters and popping it, and mixtures that are held
BLOCK = 64  # symbols whose parameters are laid out together: what was just stored in pieces is slow to load whole
EDGE, TOTAL, FIRST, START, STOP, FIXED = range(6)  # rows of a block; exp, mean and slope of each component follow


class Mixtures(NamedTuple):
    """How parameters become intervals: each channel's lowest symbol and their number, and the tables of tables.py.

    cdf   cdf_beyond
    each  one zero for each logistic of a mixture; kernels are compiled for their number
    """

    lowest: Int64s
    counts: Int64s
    cdf: Uint32s
    inverse_scale: Int64s
    exp: Uint32s
    quantiles: Float64s
    each: tuple[int, ...]


@intrinsic
def _store_cumulatives(typing_context, block, components, cdf, lane):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Set START and STOP to 2**16 times the mixtures' CDFs at EDGE and one symbol further, from lane on.

    block  int64[FIXED + 3 K, BLOCK]
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        block, cdf = (elements(context, builder, signature.args[i], arguments[i]) for i in (0, 2))
        components, lane, v = arguments[1], arguments[3], Lanes(builder)

        def row(i: Any) -> Any:
            return v.load(block.at(i, lane))

        def variable(value: int) -> Any:
            return cgutils.alloca_once_value(builder, v.constant(value))  # type: ignore[no-untyped-call]

        edge, total, first = (row(I64(i)) for i in (EDGE, TOTAL, FIRST))
        # 2**43 / total, rounded down: a quotient that is no integer is further from the next one than a double rounds.
        quotient = builder.fdiv(v.doubles(1 << 43), v.floats(total))
        reciprocal = builder.fptosi(quotient, v.kind)

        rest = variable(1 << 16)
        sums, firsts = ([variable(0), variable(0)] for _ in range(2))
        with cgutils.for_range(builder, components) as loop:
            at = builder.add(I64(FIXED), builder.mul(loop.index, I64(3)))
            exp, mean, slope = (row(builder.add(at, I64(i))) for i in range(3))
            weight = v.weights(exp, reciprocal, total)
            builder.store(builder.sub(builder.load(rest), weight), rest)
            is_first = builder.icmp_signed("==", first, v.broadcast(loop.index))
            t = builder.add(v.constant(ORIGIN), builder.mul(builder.sub(edge, mean), slope))
            for part, kept in zip(sums, firsts, strict=True):
                found = v.cumulative(t, cdf)
                builder.store(builder.add(builder.load(part), v.product(weight, found)), part)
                builder.store(builder.select(is_first, found, builder.load(kept)), kept)
                t = builder.add(t, builder.shl(slope, v.constant(4)))
        for i, part, kept in zip((START, STOP), sums, firsts, strict=True):
            left = builder.mul(builder.load(rest), builder.load(kept))
            v.store(builder.add(builder.load(part), left), block.at(I64(i), lane))
        return context.get_dummy_value()

    return types.void(block, types.intp, cdf, types.intp), write


def kernel(function: Any) -> Any:
    """A kernel whose intrinsics use other files."""
    return _jit.kernel(function, calls=(coding, _lanes, _vectors))


@kernel
def likeliest(params: Int16s, each: tuple[int, ...], i: int) -> tuple[Integer, int]:
    """The largest logit of symbol i, and its component: the first that has it."""
    largest, first = np.int64(params[i, 0]), 0
    for k in range(1, len(each)):
        logit = np.int64(params[i, k])
        first = k if logit > largest else first
        largest = max(largest, logit)
    return largest, first


@kernel
def lay_out(
    params: Int16s,
    each: tuple[int, ...],
    centres: Int16s,
    inverse_scale: Int64s,
    exp: Uint32s,
    i: int,
    block: NDArray[np.int64],
    n: int,
) -> int:
    """Set a block's column n to the mixture of symbol i; 0 or BAD_SCALE."""
    components, last = len(each), np.uint64(inverse_scale.size - 1)
    largest, first = likeliest(params, each, i)
    total, beyond, centre = np.int64(0), 0, 16 * np.int64(centres[i])
    for k in range(components):
        e = np.int64(exp[min(np.uint64(largest - np.int64(params[i, k])), LAST_GAP)])
        total += e
        scale = np.uint64(np.int64(params[i, 2 * components + k]))  # a negative one becomes very large
        beyond += int(scale > last)
        block[FIXED + 3 * k, n] = e
        block[FIXED + 3 * k + 1, n] = centre + params[i, components + k]
        block[FIXED + 3 * k + 2, n] = inverse_scale[min(scale, last)]
    block[TOTAL, n], block[FIRST, n] = total, first
    return BAD_SCALE if beyond else 0


@kernel
def mixture_intervals(
    symbols: Int32s,
    params: Int16s,
    each: tuple[int, ...],
    centres: Int16s,
    lowest: int,
    count: int,
    ends: Int32s,
    cdf: Uint32s,
    inverse_scale: Int64s,
    exp: Uint32s,
    starts: Uint32s,
    freqs: Uint32s,
) -> int:
    """As coding/_kernel.mixture_intervals.

    cdf   LogisticTables.cdf_beyond
    each  something for each component: how many there are is known when this is compiled, which saves a third
    """
    block = np.empty((FIXED + 3 * len(each), BLOCK), np.int64)
    for begin in range(0, symbols.size, BLOCK):
        found = min(BLOCK, symbols.size - begin)
        for n in range(-(-found // LANES) * LANES):
            i = min(begin + n, symbols.size - 1)  # the last one stands for those that there are not
            if symbols[i] < ends[i, 0] or symbols[i] > ends[i, 1]:
                return BAD_SYMBOL
            block[EDGE, n] = 16 * np.int64(symbols[i]) - 8
            if lay_out(params, each, centres, inverse_scale, exp, i, block, n) < 0:
                return BAD_SCALE
        for lane in range(0, found, LANES):
            _store_cumulatives(block, len(each), cdf, lane)
        for n in range(found):
            i = begin + n
            j, first, last = np.int64(symbols[i]) - lowest, ends[i, 0] - lowest, ends[i, 1] - lowest
            start = coding.boundary(j, block[START, n], count, first, last)
            starts[i] = start
            freqs[i] = coding.boundary(j + 1, block[STOP, n], count, first, last) - start
    return 0


WEIGHT, OFFSET, SLOPE = range(3)  # the lowest symbol begins at OFFSET of the table, each further one SLOPE later


def _row(builder: Any, mixture: Any, row: int) -> Any:
    """A pointer to a row of the mixture at an address."""
    return builder.inttoptr(builder.add(mixture, I64(8 * LANES * row)), I64.as_pointer())


@intrinsic
def _store_weights(typing_context, mixture, each, total):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Turn the exps of the mixture at an address into weights, rounded down: (what is missing to 2**16, width, middle).

    middle + width * q, floats in symbols from the lowest one on, is the mean of the components' quantiles by their
    weights, q being where the logistic's table passes a probability.
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        v, total = Lanes(builder, each.count), arguments[2]
        place, offset, slope = (_row(builder, arguments[0], i) for i in (WEIGHT, OFFSET, SLOPE))
        reciprocal = builder.sdiv(I64(1 << 43), total)
        weights = v.weights(v.load(place), v.broadcast(reciprocal), v.broadcast(total))
        v.store(weights, place)
        missing = builder.sub(I64(1 << 16), v.total(weights))
        widths = builder.fdiv(v.floats(weights), builder.fmul(v.floats(v.load(slope)), v.doubles(1 << 16)))
        middle = builder.fneg(v.float_total(builder.fmul(widths, v.floats(v.load(offset)))))
        return context.make_tuple(builder, signature.return_type, (missing, v.float_total(widths), middle))

    triple = types.Tuple((types.int64, types.float64, types.float64))  # type: ignore[no-untyped-call]
    return triple(types.int64, each, types.int64), write


@intrinsic
def _cumulatives(typing_context, mixture, each, j, cdf):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """2**16 times the CDF where the j-th symbol begins and where it ends; mixture and cdf are addresses."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        keep_apart(builder)
        cdf = Elements(builder, builder.inttoptr(arguments[3], I8.as_pointer()), (), ())
        v = Lanes(builder, each.count)
        weight, offset, slope = (v.load(_row(builder, arguments[0], i)) for i in (WEIGHT, OFFSET, SLOPE))
        t = builder.add(offset, builder.mul(slope, v.broadcast(arguments[2])))
        further = builder.add(t, slope)
        sums = [v.total(v.product(weight, v.cumulative(place, cdf))) for place in (t, further)]
        return context.make_tuple(builder, signature.return_type, sums)

    pair = types.UniTuple(types.int64, 2)  # type: ignore[no-untyped-call]
    return pair(types.int64, each, types.int64, types.int64), write


@kernel
def lay_side_by_side(
    params: Int16s,
    each: tuple[int, ...],
    centres: Int16s,
    lowest: int,
    inverse_scale: Int64s,
    exp: Uint32s,
    i: int,
    mixture: NDArray[np.int64],
    about: NDArray[np.int64],
) -> int:
    """Set mixture, int64[3, LANES], and about (total, likeliest component) to those of symbol i; 0 or BAD_SCALE."""
    components, last = len(each), np.uint64(inverse_scale.size - 1)
    largest, first = likeliest(params, each, i)
    total, beyond, centre = np.int64(0), 0, 16 * (np.int64(centres[i]) - lowest) + 8
    for k in range(components):
        e = np.int64(exp[min(np.uint64(largest - np.int64(params[i, k])), LAST_GAP)])
        total += e
        scale = np.uint64(np.int64(params[i, 2 * components + k]))  # a negative one becomes very large
        beyond += int(scale > last)
        slope = inverse_scale[min(scale, last)]
        mixture[WEIGHT, k], mixture[SLOPE, k] = e, 16 * slope
        mixture[OFFSET, k] = ORIGIN - (centre + params[i, components + k]) * slope
    about[0], about[1] = total, first
    return BAD_SCALE if beyond else 0


@kernel
def find(
    slot: int,
    guess: int,
    count: int,
    first: Integer,
    last: Integer,
    mixture: int,
    each: tuple[int, ...],
    cdf: int,
) -> tuple[Integer, Integer, Integer]:
    """As coding/_kernel.find; mixture and cdf are addresses, which cost less to pass than arrays."""
    low, high = first, last
    j: Integer = min(max(np.int64(guess), low), high)
    looks = 0
    while True:
        totals = _cumulatives(mixture, each, j, cdf)
        start = coding.boundary(j, totals[0], count, first, last)
        end = coding.boundary(j + 1, totals[1], count, first, last)
        if start <= slot < end:
            return j, start, end
        looks += 1
        j, low, high = coding.next_look(slot, j, start, end, low, high, looks)


@kernel
def mixture_pop(
    head: np.uint64,
    words: Uint32s,
    used: int,
    params: Int16s,
    each: tuple[int, ...],
    centres: Int16s,
    order: Int32s,
    lowest: int,
    count: int,
    ends: Int32s,
    cdf: Uint32s,
    inverse_scale: Int64s,
    exp: Uint32s,
    quantiles: Float64s,
    symbols: Int32s,
    freqs: Uint32s,
) -> tuple[np.uint64, int]:
    """As coding/_kernel.mixture_pop; each as above.

    order    int32[n], where in params, centres and ends each symbol's mixture stands
    symbols  int32[>= n]

    The first guess is the mean of the components' quantiles of the slot, by their weights: 1.2 looks a symbol on
    photographs, where the likeliest component's quantile gives 1.5. It is in floats, which may round as they like,
    because what is found does not depend on it.

    Popping is a chain in which each symbol waits for the one before it. What later symbols need of their parameters is
    made ready in the meantime, a step at a time.
    """
    if len(each) > LANES:
        return coding.mixture_pop(
            head,
            words,
            used,
            params[order],
            len(each),
            centres[order],
            lowest,
            count,
            ends[order],
            cdf,
            inverse_scale,
            exp,
            quantiles,
            symbols[: order.size],
            freqs,
        )
    mixtures, about = np.zeros((RING, 3, LANES), np.int64), np.empty((RING, 2), np.int64)
    mixtures[:, SLOPE] = 1  # of lanes beyond the components too, by which the guesses divide
    widths, middles = np.empty(RING), np.empty(RING)
    size, table = order.size, address_of(cdf, (ZERO,))
    for i in range(-AHEAD, size):
        later = i + AHEAD
        if later < size:
            n, at = np.uintp(later) % np.uintp(RING), np.uintp(order[later])
            if lay_side_by_side(params, each, centres, lowest, inverse_scale, exp, at, mixtures[n], about[n]) < 0:
                return head, BAD_SCALE
        soon = i + AHEAD // 2
        if 0 <= soon < size:
            n = np.uintp(soon) % np.uintp(RING)
            rest, widths[n], middles[n] = _store_weights(address_of(mixtures, (n, ZERO, ZERO)), each, about[n, 0])
            mixtures[n, WEIGHT, about[n, 1]] += rest
        if i >= 0:
            n = np.uintp(i) % np.uintp(RING)
            slot = np.int64(head & SLOT_MASK)
            guess = np.int64(quantiles[slot >> QUANTILE_SHIFT] * widths[n] + middles[n])
            at = np.uintp(order[i])
            first, last = np.int64(ends[at, 0] - lowest), np.int64(ends[at, 1] - lowest)
            j, start, end = find(slot, guess, count, first, last, address_of(mixtures, (n, ZERO, ZERO)), each, table)
            symbols[i], freqs[i] = lowest + j, end - start
            head, used = coding.pop_one(head, words, used, np.uint64(start), np.uint64(end - start), MIXTURE_BITS)
            if used < 0:
                return head, used
    return head, used
