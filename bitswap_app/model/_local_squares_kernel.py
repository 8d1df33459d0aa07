"""local_squares.py in compiled loops: sums that go along with the pixels, and LANES systems solved side by side.

A matrix is its lower triangle, row by row. Within one, elements are apart from each other, so loops over them become
vectors; what has an order there has it here too.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _wavefront_kernel, colour
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Integer
from bitswap_app.model import context, local_squares
from bitswap_app.model._gathering import Area
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
GIVEN = 3  # own levels and the prediction: the channel's row of what neighbours give, and of what they enter by


class Squares(NamedTuple):
    """What the pixels so far say, and where a pixel's variables are.

    columns   float32[R, W, S]   of the three channels, one triangle behind the other
    rows      float32[R, H, S]
    errors    int16[R, H, W, 3]
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
        np.full((regions, height, width, 3), UNKNOWN_ERROR, np.int16),
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
    return _jit.kernel(function, calls=(_wavefront_kernel, colour, context, local_squares))


@kernel
def reference(levels: Int16s, i: int, v: int, u: int, channel: int) -> int:
    """What a channel's levels are measured against, at a place of levels int16[R, up + H, left + W + right, 4]."""
    west, north = np.int64(levels[i, v, u - 1, channel]), np.int64(levels[i, v - 1, u, channel])
    if levels[i, v, u - 1, 3]:
        return int((west + north + 1) >> 1 if levels[i, v - 1, u, 3] else west)
    return int(north) if levels[i, v - 1, u, 3] else 128 if channel == 0 else 0


@kernel
def store_values(squares: Squares, levels: Int16s, i: int, v: int, u: int, channel: int, values: Floats) -> None:
    """Set the variables of a place and behind them its own level, as differences."""
    largest, count, places = np.int64(LARGEST), squares.counts[channel], squares.variables[channel]
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
def weight_of(squares: Squares, levels: Int16s, i: int, v: int, u: int, channel: int) -> np.float32:
    """How much a place counts."""
    calm = np.int64(0)
    for n in range(squares.calm.shape[0]):
        a, b, c, d, is_before = squares.calm[n]
        if is_before and levels[i, v + a, u + b, 3] and levels[i, v + c, u + d, 3]:
            calm += abs(np.int64(levels[i, v + a, u + b, channel]) - np.int64(levels[i, v + c, u + d, channel]))
    return np.float32(max(np.int64(1), np.int64(MOST_WEIGHT) // (calm + WEIGHT_OFFSET)))


@kernel
def has_pixel(area: Area, i: int, y: int, x: int) -> bool:
    """Whether a region has a pixel at (y, x)."""
    return 0 <= y < area.firsts.shape[1] and area.firsts[i, y] <= x < area.lasts[i, y]


@kernel
def go_along(squares: Squares, area: Area, i: int, y: int, x: int, channel: int, at: int, values: Floats) -> None:
    """Let column x count for the row's next pixel, with what the row above brought. at: where the triangle begins."""
    count = squares.counts[channel] + 1
    row = squares.rows[i, y, at : at + count * (count + 1) // 2]
    if x >= squares.columns.shape[1]:
        for n in range(row.size):
            row[n] *= ALONG
        return
    column = squares.columns[i, x, at : at + row.size]
    if not has_pixel(area, i, y - 1, x):
        for n in range(row.size):
            column[n] *= DOWN
            row[n] = row[n] * ALONG + column[n]
        return
    v, u = y - 1 + squares.up, x + squares.left
    store_values(squares, area.levels, i, v, u, channel, values)
    weight = weight_of(squares, area.levels, i, v, u, channel)
    n = 0
    for a in range(count):
        scaled, part, own = weight * values[a], column[n : n + a + 1], row[n : n + a + 1]
        for b in range(a + 1):
            part[b] = part[b] * DOWN + scaled * values[b]
            own[b] = own[b] * ALONG + part[b]
        n += a + 1


@kernel
def store_moments(
    squares: Squares, area: Area, i: int, y: int, x: int, channel: int, at: int, values: Floats
) -> None:
    """Bring a row's sums to the pixel (y, x)."""
    farthest, is_first = max(0, squares.slope - 1), x == area.firsts[i, y]
    if is_first:
        count = squares.counts[channel] + 1
        squares.rows[i, y, at : at + count * (count + 1) // 2] = 0
        for ahead in range(farthest):
            go_along(squares, area, i, y, x + ahead, channel, at, values)
    go_along(squares, area, i, y, x + farthest, channel, at, values)
    if is_first:
        return
    v, u = y + squares.up, x - 1 + squares.left
    store_values(squares, area.levels, i, v, u, channel, values)
    weight = np.float32(LEFT) * weight_of(squares, area.levels, i, v, u, channel)
    n = at
    for a in range(squares.counts[channel] + 1):
        scaled, own = weight * values[a], squares.rows[i, y, n : n + a + 1]
        for b in range(a + 1):
            own[b] += scaled * values[b]
        n += a + 1


@kernel
def factorise(a: Floats, count: int) -> None:
    """L D L' of LANES matrices float32[n, n, LANES], of which the first count rows are variables: L below."""
    inverse, factor = np.empty(LANES, np.float32), np.empty(LANES, np.float32)
    for k in range(count):
        for q in range(LANES):
            inverse[q] = np.float32(1) / max(a[k, k, q], RIDGE)
        for i in range(k + 1, count + 1):
            for q in range(LANES):
                factor[q] = a[i, k, q] * inverse[q]
            for j in range(k + 1, i + 1):
                for q in range(LANES):
                    a[i, j, q] -= factor[q] * a[j, k, q]
        for i in range(k + 1, count + 1):
            for q in range(LANES):
                a[i, k, q] *= inverse[q]


@kernel
def begin(squares: Squares, area: Area, pixels: Int32s, count: int) -> None:
    """Come to a step's pixels, int32[>= count, 3], all before which are known."""
    most = int(squares.counts.max()) + 1
    a, values = np.empty((most, most, LANES), np.float32), np.zeros((LANES, most), np.float32)
    innovations, room = np.empty((most, LANES), np.float32), np.empty(most, np.float32)
    chain = np.empty(LANES, np.float32)
    at = 0
    for channel in range(3):
        sums = int(squares.counts[channel])
        around, size = sums - channel, (sums + 1) * (sums + 2) // 2
        if colour.is_settled(area.colours, channel):
            break
        for first in range(0, count, LANES):
            for q in range(LANES):
                p = min(first + q, count - 1)
                i, y, x = pixels[p, 0], pixels[p, 1], pixels[p, 2]
                if first + q < count:
                    store_moments(squares, area, i, y, x, channel, at, room)
                    store_values(squares, area.levels, i, y + squares.up, x + squares.left, channel, values[q])
                row, n = squares.rows[i, y, at : at + size], 0
                for r in range(sums + 1):
                    for s in range(r + 1):
                        a[r, s, q] = row[n + s]
                    n += r + 1
                    if r < sums:
                        a[r, r, q] += RIDGE
            factorise(a, sums)
            for r in range(sums + 1):
                chain[:] = 0
                for s in range(min(r, around)):
                    for q in range(LANES):
                        chain[q] += a[r, s, q] * innovations[s, q]
                if r < around:
                    for q in range(LANES):
                        innovations[r, q] = values[q, r] - chain[q]
                    continue
                for q in range(min(LANES, count - first)):
                    squares.given[channel, first + q, r - around] = chain[q]
                    for s in range(around, r):
                        squares.factors[channel, first + q, r - around, s - around] = a[r, s, q]
        at += size


@kernel
def predict(squares: Squares, area: Area, pixels: Int32s, n: int, channel: int) -> int:
    """A channel of the n-th pixel of the step, whose channels before it are among the levels, in STEPS."""
    i, v, u = pixels[n, 0], pixels[n, 1] + squares.up, pixels[n, 2] + squares.left
    given, factors, levels = squares.given[channel, n], squares.factors[channel, n], area.levels
    own, largest, chain = np.zeros(GIVEN, np.float32), np.int64(LARGEST), np.float32(0)
    for r in range(channel + 1):
        chain = given[r]
        if r < channel:
            found = np.int64(levels[i, v, u, r]) - reference(levels, i, v, u, r)
            chain = np.float32(min(max(found, -largest), largest)) - chain
        for s in range(r):
            entering = factors[r, s] * own[s]
            chain = chain - entering if r < channel else chain + entering
        own[r] = chain
    parts = min(max(chain, np.float32(-FARTHEST)), np.float32(FARTHEST)) * np.float32(STEPS)
    middle = reference(levels, i, v, u, channel)
    least, most = colour.ends_of(area.colours, channel, levels[i, v, u, 0], levels[i, v, u, 1])
    return int(min(max(np.int64(np.rint(parts)) + STEPS * middle, STEPS * least), STEPS * most))


@kernel
def errors_beside(squares: Squares, area: Area, i: int, y: int, x: int, channel: int) -> int:
    """The sum of the errors beside a pixel, in STEPS of a level."""
    total = 0
    for n in range(squares.beside.shape[0]):
        dy, dx, is_before = squares.beside[n]
        known = is_before and has_pixel(area, i, y + dy, x + dx)
        total += int(squares.errors[i, y + dy, x + dx, channel]) if known else UNKNOWN_ERROR
    return total


@kernel
def note(squares: Squares, area: Area, i: int, y: int, x: int, channel: int, prediction: Integer) -> None:
    """Learn what a prediction should have been, from the levels."""
    level = np.int64(area.levels[i, y + squares.up, x + squares.left, channel])
    squares.errors[i, y, x, channel] = min(abs(STEPS * level - prediction), np.int64(ERROR_MAX))


@kernel
def store_all(squares: Squares, area: Area, predictions: Int16s, beside: Int16s) -> None:
    """Fill predictions and errors beside, int16[R, H, W, 3], of regions whose levels are all known."""
    regions, height, width, _ = predictions.shape
    pixels = np.empty((squares.given.shape[1], 3), np.int32)
    steps = width + squares.slope * (height - 1) if height > 0 else 0
    for step in range(steps):
        count = 0
        first, last = _wavefront_kernel.rows_of(step, height, width, squares.slope)
        for i in range(regions):
            for y in range(first, last):
                x = step - squares.slope * y
                if area.firsts[i, y] <= x < area.lasts[i, y]:
                    pixels[count, 0], pixels[count, 1], pixels[count, 2] = i, y, x
                    count += 1
        if count == 0:
            continue
        begin(squares, area, pixels, count)
        for c in range(3):
            if colour.is_settled(area.colours, c):
                break
            for n in range(count):
                i, y, x = pixels[n, 0], pixels[n, 1], pixels[n, 2]
                found = predict(squares, area, pixels, n, c)
                predictions[i, y, x, c] = found
                beside[i, y, x, c] = errors_beside(squares, area, i, y, x, c)
                note(squares, area, i, y, x, c, found)
