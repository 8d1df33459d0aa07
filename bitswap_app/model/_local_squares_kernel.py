"""local_squares.py in compiled loops: sums that go along with the pixels, and LANES systems solved side by side.

A matrix is its lower triangle, row by row. Within one, elements are apart from each other, so loops over them become
vectors; what has an order there has it here too.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba.core import cgutils, types
from numpy.typing import NDArray

from bitswap_app.coding import _jit, colour
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Integer
from bitswap_app.model import _gathering, _vectors, context, local_squares
from bitswap_app.model._gathering import Area
from bitswap_app.model._vectors import I64, Vectors, address_of, intrinsic
from bitswap_app.model.context import REACH
from bitswap_app.model.local_squares import (
    ALONG,
    BESIDE,
    CALM,
    DOWN,
    ERROR_MAX,
    FARTHEST,
    LARGEST,
    LEFT,
    MOST_WEIGHT,
    RIDGE,
    STEPS,
    UNKNOWN_ERROR,
    WEIGHT_OFFSET,
    variables_of,
)

Floats = NDArray[np.float32]

LANES = 8
ZERO = np.intp(0)
GIVEN = 3  # own levels and the prediction: the channel's row of what neighbours give, and of what they enter by


class Squares(NamedTuple):
    """What the pixels so far say, and where a pixel's variables are.

    columns   float32[R, W, S]   of the three channels, one triangle behind the other
    rows      float32[R, H, S]
    errors    int16[R, REACH + H, REACH + W + REACH, 3]
    variables int64[3, > n, 4]   dy, dx, channel, whether it is usable
    counts    int64[3]           how many there are
    beside    int64[6, 3]        dy, dx, whether the place comes before the pixel
    calm      int64[5, 5]        dy, dx of two places, and the same of both
    given     float32[3, P, GIVEN]          of the pixels of a step: what neighbours say
    factors   float32[3, P, GIVEN, GIVEN]   and by what own levels enter
    slope
    up, left  of the border
    """

    columns: Floats
    rows: Floats
    errors: Int16s
    variables: Int64s
    counts: Int64s
    beside: Int64s
    calm: Int64s
    given: Floats
    factors: Floats
    slope: int
    up: int
    left: int


def new_squares(shape: tuple[int, int, int], slope: int, up: int, left: int, most: int) -> Squares:
    """Of regions [R, H, W] of which nothing is known; most: pixels of a step."""
    regions, height, width = shape
    every = [variables_of(c, slope) for c in range(3)]
    size = sum((len(found) + 1) * (len(found) + 2) // 2 for found in every)
    variables = np.zeros((3, len(every[2]), 4), np.int64)
    for c, found in enumerate(every):
        variables[c, : len(found)] = [(v.dy, v.dx, v.channel, v.usable) for v in found]

    def before(*place: int) -> bool:
        return local_squares.is_before(place[0], place[1], slope)

    return Squares(
        np.zeros((regions, width, size), np.float32),
        np.zeros((regions, height, size), np.float32),
        np.full((regions, REACH + height, REACH + width + REACH, 3), UNKNOWN_ERROR, np.int16),
        variables,
        np.array([len(found) for found in every], np.int64),
        np.array([(*place, before(*place)) for place in BESIDE], np.int64),
        np.array([(*one, *other, before(*one) and before(*other)) for one, other in CALM], np.int64),
        np.zeros((3, most, GIVEN), np.float32),
        np.zeros((3, most, GIVEN, GIVEN), np.float32),
        slope,
        up,
        left,
    )


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(function, calls=(_gathering, _vectors, colour, context, local_squares))


@intrinsic
def _take_products(typing_context, target, column, apart, factor, count):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Take factor times each of count vectors of a column, so many bytes apart, from those at target; all addresses."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        target, column, apart, factor, count = arguments
        v = Vectors(builder, LANES)

        def at(address: Any, offset: Any) -> Any:
            return builder.inttoptr(builder.add(address, offset), v.floats.as_pointer())

        by = builder.load(at(factor, I64(0)), align=4)
        with cgutils.for_range(builder, count, intp=I64) as loop:
            place = at(target, builder.mul(loop.index, I64(4 * LANES)))
            product = builder.fmul(by, builder.load(at(column, builder.mul(loop.index, apart)), align=4))
            builder.store(builder.fsub(builder.load(place, align=4), product), place, align=4)
        return context.get_dummy_value()

    return types.void(*[types.int64] * 5), write


@intrinsic
def _take_chain(typing_context, chain, row, values, count):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Take count products of vectors from chain, from the first one on; all addresses."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        chain, row, values, count = arguments
        v = Vectors(builder, LANES)

        def load(address: Any, offset: Any) -> Any:
            return builder.load(builder.inttoptr(builder.add(address, offset), v.floats.as_pointer()), align=4)

        place = builder.inttoptr(chain, v.floats.as_pointer())
        total = cgutils.alloca_once_value(builder, builder.load(place, align=4))  # type: ignore[no-untyped-call]
        with cgutils.for_range(builder, count, intp=I64) as loop:
            offset = builder.mul(loop.index, I64(4 * LANES))
            product = builder.fmul(load(row, offset), load(values, offset))
            builder.store(builder.fsub(builder.load(total), product), total)
        builder.store(builder.load(total), place, align=4)
        return context.get_dummy_value()

    return types.void(*[types.int64] * 4), write


@kernel
def reference(levels: Int16s, i: int, v: int, u: int, channel: int) -> int:
    """What a channel's levels are measured against, at a place of levels int16[R, up + H, left + W + right, 4]."""
    west, north = np.int64(levels[i, v, u - 1, channel]), np.int64(levels[i, v - 1, u, channel])
    if levels[i, v, u - 1, 3]:
        return int((west + north + 1) >> 1 if levels[i, v - 1, u, 3] else west)
    return int(north) if levels[i, v - 1, u, 3] else 128 if channel == 0 else 0


@kernel
def store_values(levels: Int16s, i: int, v: int, u: int, channel: int, places: Int64s, values: Floats) -> None:
    """Set the variables of a place and behind them its own level, as differences. places: those of the channel."""
    largest, count = np.int64(LARGEST), places.shape[0]
    middles = (
        reference(levels, i, v, u, 0),
        reference(levels, i, v, u, 1) if channel > 0 else 0,
        reference(levels, i, v, u, 2) if channel > 1 else 0,
    )
    for n in range(count):
        q, r, k = v + places[n, 0], u + places[n, 1], places[n, 2]
        found = np.int64(levels[i, q, r, k]) - middles[k]
        is_there = places[n, 3] != 0 and levels[i, q, r, 3] != 0
        values[n] = min(max(found, -largest), largest) if is_there else np.int64(0)
    values[count] = min(max(np.int64(levels[i, v, u, channel]) - middles[channel], -largest), largest)


@kernel
def weight_of(levels: Int16s, i: int, v: int, u: int, channel: int, calm: Int64s) -> np.float32:
    """How much a place counts."""
    total = np.int64(0)
    for n in range(calm.shape[0]):
        a, b, c, d, is_before = calm[n]
        if is_before and levels[i, v + a, u + b, 3] and levels[i, v + c, u + d, 3]:
            total += abs(np.int64(levels[i, v + a, u + b, channel]) - np.int64(levels[i, v + c, u + d, channel]))
    return np.float32(max(np.int64(1), np.int64(MOST_WEIGHT) // (total + WEIGHT_OFFSET)))


@kernel
def store_products(
    levels: Int16s, i: int, v: int, u: int, channel: int, places: Int64s, calm: Int64s, values: Floats, products: Floats
) -> None:
    """Set the triangle of what a place says. values: to work in."""
    store_values(levels, i, v, u, channel, places, values)
    weight, n = weight_of(levels, i, v, u, channel, calm), 0
    for a in range(places.shape[0] + 1):
        scaled = weight * values[a]
        for b in range(a + 1):
            products[n + b] = scaled * values[b]
        n += a + 1


@kernel
def go_along(
    levels: Int16s,
    i: int,
    v: int,
    u: int,
    channel: int,
    places: Int64s,
    calm: Int64s,
    has_pixel: Integer,
    values: Floats,
    products: Floats,
    column: Floats,
    row: Floats,
) -> None:
    """Let a column count for the row's next pixel, with what the row above brought, where that has a pixel (v, u)."""
    if has_pixel:
        store_products(levels, i, v, u, channel, places, calm, values, products)
        for n in range(row.size):
            column[n] = column[n] * DOWN + products[n]
            row[n] = row[n] * ALONG + column[n]
        return
    for n in range(row.size):
        column[n] *= DOWN
        row[n] = row[n] * ALONG + column[n]


@kernel
def factorise(a: Floats, count: int) -> None:
    """L D L' of LANES matrices float32[n, n, LANES], of which the first count rows are variables: L below."""
    factor, apart = np.empty(LANES, np.float32), a.shape[1] * LANES * 4
    inverse, by = np.empty(LANES, np.float32), address_of(factor, (ZERO,))
    for k in range(count):
        for q in range(LANES):
            inverse[q] = np.float32(1) / max(a[k, k, q], RIDGE)
        column = address_of(a, (np.intp(k + 1), np.intp(k), ZERO))
        for i in range(k + 1, count + 1):
            for q in range(LANES):
                factor[q] = a[i, k, q] * inverse[q]
            _take_products(address_of(a, (np.intp(i), np.intp(k + 1), ZERO)), column, apart, by, i - k)
        for i in range(k + 1, count + 1):
            for q in range(LANES):
                a[i, k, q] *= inverse[q]


@kernel
def begin(squares: Squares, area: Area, pixels: Int32s, count: int) -> None:
    """Come to a step's pixels, int32[>= count, 3], all before which are known."""
    at = 0
    for channel in range(3):
        sums = int(squares.counts[channel])
        end = at + (sums + 1) * (sums + 2) // 2
        if not colour.is_settled(area.colours, channel):
            store_moments(squares, area, pixels, count, channel, at, end)
            solve(squares, area, pixels, count, channel, at)
        at = end


@kernel
def store_moments(squares: Squares, area: Area, pixels: Int32s, count: int, channel: int, begin: int, end: int) -> None:
    """Bring rows' sums of a channel, which stand from begin to end - 1, to the pixels of a step."""
    levels, firsts, lasts = area.levels, area.firsts, area.lasts  # looked up once: to hand tuples over takes longer
    rows, columns, calm, up, left = squares.rows, squares.columns, squares.calm, squares.up, squares.left
    places, farthest = squares.variables[channel, : squares.counts[channel]], max(0, squares.slope - 1)
    values, products = np.empty(places.shape[0] + 1, np.float32), np.empty(end - begin, np.float32)
    for p in range(count):
        i, y, x = pixels[p, 0], pixels[p, 1], pixels[p, 2]
        row, is_first = rows[i, y, begin:end], x == firsts[i, y]
        if is_first:
            row[:] = 0
        for ahead in range(0 if is_first else farthest, farthest + 1):
            u = x + ahead
            if u >= columns.shape[1]:
                for n in range(row.size):
                    row[n] *= ALONG
                continue
            has_pixel = y > 0 and firsts[i, y - 1] <= u < lasts[i, y - 1]
            column, v = columns[i, u, begin:end], y - 1 + up
            go_along(levels, i, v, u + left, channel, places, calm, has_pixel, values, products, column, row)
        if not is_first:
            store_products(levels, i, y + up, x - 1 + left, channel, places, calm, values, products)
            for n in range(row.size):
                row[n] += np.float32(LEFT) * products[n]


@kernel
def solve(squares: Squares, area: Area, pixels: Int32s, count: int, channel: int, at: int) -> None:
    """Set what neighbours say of the pixels' channel, by the sums that stand from at on."""
    levels, rows, up, left = area.levels, squares.rows, squares.up, squares.left
    places, given, factors = squares.variables[channel], squares.given[channel], squares.factors[channel]
    sums = int(squares.counts[channel])
    around, places = sums - channel, places[:sums]
    a, values = np.empty((sums + 1, sums + 1, LANES), np.float32), np.zeros((LANES, sums + 1), np.float32)
    innovations, chain = np.empty((sums + 1, LANES), np.float32), np.empty(LANES, np.float32)
    sum_of, before = address_of(chain, (ZERO,)), address_of(innovations, (ZERO, ZERO))
    for first in range(0, count, LANES):
        for q in range(LANES):
            p = min(first + q, count - 1)
            i, y, x, n = pixels[p, 0], pixels[p, 1], pixels[p, 2], at
            store_values(levels, i, y + up, x + left, channel, places, values[q])
            for r in range(sums + 1):
                for s in range(r + 1):
                    a[r, s, q] = rows[i, y, n + s]
                n += r + 1
                if r < sums:
                    a[r, r, q] += RIDGE
        factorise(a, sums)
        for r in range(sums + 1):
            for q in range(LANES):
                chain[q] = values[q, r] if r < around else np.float32(0)
            _take_chain(sum_of, address_of(a, (np.intp(r), ZERO, ZERO)), before, min(r, around))
            if r < around:
                innovations[r] = chain
                continue
            for q in range(min(LANES, count - first)):
                given[first + q, r - around] = -chain[q]
                for s in range(around, r):
                    factors[first + q, r - around, s - around] = a[r, s, q]


@kernel
def predict(squares: Squares, area: Area, pixels: Int32s, count: int, channel: int, found: Int32s) -> None:
    """Set found, int32[>= count, 2], to what a step's pixels are predicted to be and to the errors beside them.

    Both in STEPS of a level; the pixels' channels before are among the levels.
    """
    levels, errors, beside, up, left = area.levels, squares.errors, squares.beside, squares.up, squares.left
    given, factors = squares.given[channel], squares.factors[channel]
    own, largest, colours = np.zeros(GIVEN, np.float32), np.int64(LARGEST), area.colours
    for n in range(count):
        i, y, x = pixels[n, 0], pixels[n, 1], pixels[n, 2]
        v, u, chain = y + up, x + left, given[n, 0]
        for r in range(channel + 1):
            chain = given[n, r]
            if r < channel:
                difference = np.int64(levels[i, v, u, r]) - reference(levels, i, v, u, r)
                chain = np.float32(min(max(difference, -largest), largest)) - chain
            for s in range(r):
                entering = factors[n, r, s] * own[s]
                chain = chain - entering if r < channel else chain + entering
            own[r] = chain
        parts = min(max(chain, np.float32(-FARTHEST)), np.float32(FARTHEST)) * np.float32(STEPS)
        prediction = np.int64(np.rint(parts)) + STEPS * reference(levels, i, v, u, channel)
        least, most = colour.ends_of(colours, channel, levels[i, v, u, 0], levels[i, v, u, 1])
        found[n, 0] = min(max(prediction, STEPS * least), STEPS * most)
        total = 0
        for place in range(beside.shape[0]):
            q, r = REACH + y + beside[place, 0], REACH + x + beside[place, 1]
            total += int(errors[i, q, r, channel]) if beside[place, 2] else UNKNOWN_ERROR
        found[n, 1] = total


@kernel
def note(squares: Squares, area: Area, pixels: Int32s, count: int, channel: int, found: Int32s) -> None:
    """Learn what the predictions found should have been, from the levels."""
    levels, errors, up, left = area.levels, squares.errors, squares.up, squares.left
    for n in range(count):
        i, y, x = pixels[n, 0], pixels[n, 1], pixels[n, 2]
        level = np.int64(levels[i, y + up, x + left, channel])
        errors[i, REACH + y, REACH + x, channel] = min(abs(STEPS * level - found[n, 0]), np.int64(ERROR_MAX))


@kernel
def store_all(squares: Squares, area: Area, predictions: Int16s) -> None:
    """Fill predictions and errors beside, int16[R, H, W, 3, 2], of regions whose levels are all known."""
    _, height, width, _, _ = predictions.shape
    most, slope = squares.given.shape[1], squares.slope
    pixels, found = np.empty((most, 3), np.int32), np.empty((most, 2), np.int32)
    for step in range(width + slope * (height - 1)):
        count = _gathering.pixels_of(step, area, slope, pixels)
        begin(squares, area, pixels, count)
        for c in range(3):
            if colour.is_settled(area.colours, c):
                continue
            predict(squares, area, pixels, count, c, found)
            note(squares, area, pixels, count, c, found)
            for n in range(count):
                i, y, x = pixels[n, 0], pixels[n, 1], pixels[n, 2]
                predictions[i, y, x, c, 0], predictions[i, y, x, c, 1] = found[n, 0], found[n, 1]
