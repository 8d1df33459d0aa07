"""What the window networks see of a pixel, in compiled loops: its predictors, its inputs, and which network codes it.

These are context.py's integers. Arrays are walked through by address, and stored to in whole vectors: views, slices and
checks for negative indices took as long again as all that is done with a pixel (tests/benchmarks/kernels.py, gather).
Loops over pixels call no function that takes an Area: handing its arrays over took as long as the rest, too.
What a later pixel needs is asked for ahead, because a step of many rows reads more than a core's caches hold.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba.core import types
from numpy.typing import NDArray

from bitswap_app.coding import _jit, _prefetch, _wavefront_kernel
from bitswap_app.coding._types import Int16s, Int32s, Int64s
from bitswap_app.model import _packed, _vectors, context
from bitswap_app.model._packed import OFFSET
from bitswap_app.model._vectors import I8, I16, I32, I64, address_of, intrinsic
from bitswap_app.model.config import NEAR, UNIT

INPUT_MAX = 127
AHEAD = 8  # pixels between asking for a cache line and reading it
PLACES = context.BEYOND  # of the window, whose differences are taken at once
NO_GUESS = 1 << 48
CODES = 16  # inputs that a position's code is stored in at once, as many as the longest grid
PIXEL_BYTES = 8  # of an area's levels


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files."""
    return _jit.kernel(function, calls=(_packed, _prefetch, _vectors, _wavefront_kernel, context))


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
    """Regions (context.py) as kernels take them, and their features [R, H, W, F], stored as inputs."""

    levels: Int16s
    features: NDArray[Any]
    firsts: Int64s
    lasts: Int64s
    phases: Int64s
    colours: int


def _at(builder: Any, address: Any, kind: Any, offset: int = 0) -> Any:
    """A pointer to what stands at an address plus so many bytes."""
    return builder.inttoptr(builder.add(address, I64(offset)), kind.as_pointer())


@intrinsic
def _median_edges(typing_context, place, above):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """context.median_edge of the pixel at an address, whose neighbours above are so many bytes back.

    Returns the three predictors and a zero, 16 bits each, or NO_GUESS for a pixel that lacks one of its neighbours.
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        shorts, (place, above) = ir.VectorType(I16, 4), arguments

        def pixel(row: Any, offset: int) -> Any:
            return builder.load(_at(builder, row, shorts, offset), align=2)

        def either(sign: str, a: Any, b: Any) -> Any:
            return builder.select(builder.icmp_signed(sign, a, b), a, b)

        up = builder.sub(place, above)
        corner, north, west = pixel(up, -PIXEL_BYTES), pixel(up, 0), pixel(place, -PIXEL_BYTES)
        plane = builder.sub(builder.add(west, north), corner)
        found = either(">", either("<", plane, either(">", west, north)), either("<", west, north))
        guess = builder.bitcast(builder.and_(found, ir.Constant(shorts, [-1, -1, -1, 0])), I64)
        has_both = builder.icmp_signed("!=", builder.extract_element(builder.and_(north, west), I32(3)), I16(0))
        return builder.select(has_both, guess, I64(NO_GUESS))

    return types.int64(types.int64, types.int64), write


@intrinsic
def _activity(typing_context, place, above, guess):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """context.experts_of's activity of the pixel at an address, whose neighbours above are so many bytes back."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        shorts = ir.VectorType(I16, 4)
        (place, above, guess), none = arguments, ir.Constant(shorts, None)
        predictor = builder.bitcast(guess, shorts)
        total = none
        for dy, dx in NEAR:
            row = builder.sub(place, builder.mul(above, I64(-dy)))
            found = builder.load(_at(builder, row, shorts, PIXEL_BYTES * dx), align=2)
            values = builder.sub(found, predictor)
            negative = builder.icmp_signed("<", values, none)
            values = builder.select(negative, builder.neg(values), values)
            largest = ir.Constant(shorts, [INPUT_MAX] * 4)
            values = builder.select(builder.icmp_signed(">", values, largest), largest, values)
            is_inside = builder.icmp_signed("!=", builder.extract_element(found, I32(3)), I16(0))
            total = builder.add(total, builder.select(is_inside, values, none))
        y, co, cg = (builder.sext(builder.extract_element(total, I32(c)), I64) for c in range(3))
        return builder.add(builder.add(y, y), builder.add(co, cg))

    return types.int64(types.int64, types.int64, types.int64), write


@intrinsic
def _store_differences(typing_context, source, guess, target, stored):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Differences of PLACES places from a predictor, clamped; zeros, validity too, where the picture is not.

    source, target  addresses of the first place's pixel and of its inputs
    guess           int64: the predictor's three levels and a zero, 16 bits each
    stored          an array of the inputs' type
    """

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        lanes = 4 * PLACES
        shorts, quads = ir.VectorType(I16, lanes), ir.VectorType(I64, PLACES)
        undefined = ir.Constant(quads, ir.Undefined)
        found = builder.load(_at(builder, arguments[0], shorts), align=2)
        single = builder.insert_element(undefined, arguments[1], I32(0))
        zeros = ir.Constant(ir.VectorType(I32, PLACES), None)
        predictor = builder.bitcast(builder.shuffle_vector(single, undefined, zeros), shorts)
        values = builder.sub(found, predictor)
        for sign, end in ((">", -INPUT_MAX), ("<", INPUT_MAX)):
            bound = ir.Constant(shorts, [end] * lanes)
            values = builder.select(builder.icmp_signed(sign, values, bound), values, bound)
        fourth = ir.Constant(ir.VectorType(I32, lanes), [i | 3 for i in range(lanes)])
        validity = builder.shuffle_vector(found, found, fourth)
        none = ir.Constant(shorts, None)
        values = builder.select(builder.icmp_signed("!=", validity, none), values, none)
        values = builder.add(values, ir.Constant(shorts, [OFFSET] * lanes))
        if stored.dtype == types.uint8:
            values = builder.trunc(values, ir.VectorType(I8, lanes))
        builder.store(values, _at(builder, arguments[2], values.type), align=1)
        return context.get_dummy_value()

    return types.void(types.int64, types.int64, types.int64, stored), write


@intrinsic
def _store_code(typing_context, target, position, stored):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Store CODES inputs at an address: a unit at a position, and zeros."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        kind = I8 if stored.dtype == types.uint8 else I16
        lanes = ir.VectorType(kind, CODES)
        undefined, none = ir.Constant(lanes, ir.Undefined), ir.Constant(ir.VectorType(I32, CODES), None)
        single = builder.insert_element(undefined, builder.trunc(arguments[1], kind), I32(0))
        hit = builder.icmp_unsigned(
            "==", builder.shuffle_vector(single, undefined, none), ir.Constant(lanes, list(range(CODES)))
        )
        one, zero = (ir.Constant(lanes, [value] * CODES) for value in (OFFSET + UNIT, OFFSET))
        builder.store(builder.select(hit, one, zero), _at(builder, arguments[0], lanes), align=1)
        return context.get_dummy_value()

    return types.void(types.int64, types.int64, stored), write


@intrinsic
def _copy_four(typing_context, source, target, stored):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
    """Copy four inputs, stored as those of an array, from an address to another."""

    def write(context, builder, signature, arguments):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, ARG001
        kind = ir.VectorType(I8 if stored.dtype == types.uint8 else I16, 4)
        builder.store(
            builder.load(_at(builder, arguments[0], kind), align=1), _at(builder, arguments[1], kind), align=1
        )
        return context.get_dummy_value()

    return types.void(types.int64, types.int64, stored), write


@kernel
def border_guess(levels: Int16s, window: Window, region: int, y: int, x: int) -> np.int64:
    """As _median_edges, of a pixel without a neighbour above or to its left."""
    guess, v, u = np.int64(0), y + window.up, x + window.left
    has_north, has_west = levels[region, v - 1, u, 3], levels[region, v, u - 1, 3]
    for c in range(3):
        corner, north, west = levels[region, v - 1, u - 1, c], levels[region, v - 1, u, c], levels[region, v, u - 1, c]
        guess |= (np.int64(context.median_edge(corner, north, west, has_north, has_west, c)) & 0xFFFF) << (16 * c)
    return guess


@kernel
def sort_by_expert(
    area: Area, window: Window, activities: Int64s, places: Int32s, begin: int, end: int, order: Int32s, room: Int32s
) -> Int64s:
    """Lay the pixels begin..end - 1 out by the networks that code them: where each network's begin, and the end.

    activities  int64[experts - 1], as ModelConfig's; with none nothing moves and room is left alone
    places      int32[N, 3]  region, y, x
    order       int32[N]     from begin on, is set to where each pixel goes, counted from begin; 0, 1, ... before
    room        int32[N, 3]  from begin on, is set to the places in their new order
    """
    ends = np.full(activities.size + 2, begin, np.int64)
    if activities.size == 0:
        ends[1] = end
        return ends
    levels, up, left = area.levels, window.up, window.left
    above = levels.strides[1]
    for n in range(begin, end):
        region, y, x = np.intp(places[n, 0]), np.intp(places[n, 1]), np.intp(places[n, 2])
        place = address_of(levels, (region, y + up, x + left, np.intp(0)))
        guess = _median_edges(place, above)
        if guess == NO_GUESS:
            guess = border_guess(levels, window, region, y, x)
        activity, expert = _activity(place, above, guess), np.uintp(0)
        for i in range(activities.size):
            expert += np.uintp(activity >= activities[i])
        order[n] = expert
        ends[expert + np.uintp(1)] += 1
    for i in range(1, ends.size):
        ends[i] += ends[i - 1] - begin
    following = ends.copy()
    for n in range(begin, end):
        expert = np.uintp(order[n])
        target = np.uintp(following[expert])
        following[expert] += 1
        order[n] = target - np.uintp(begin)
        for i in range(3):
            room[target, i] = places[n, i]
    return ends


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

    places   int32[N, 3]  region, y, x
    inputs   the first pixel's stand in row 0; what overruns a row's inputs is free
    guesses  int16[3, N]
    """
    levels, features, size, up, left = area.levels, area.features, inputs.itemsize, window.up, window.left
    above = levels.strides[1]
    reach, last, grid = window.rows.shape[0], places.shape[0] - 1, np.uint32(max(1, window.grid))
    offsets = np.empty(reach, np.int64)  # from a pixel to the first one of each row of its window
    for r in range(reach):
        offsets[r] = window.rows[r, 1] * PIXEL_BYTES - window.rows[r, 0] * above
    for n in range(rows):
        ahead = min(begin + n + AHEAD, last)
        region, y, x = np.intp(places[ahead, 0]), np.intp(places[ahead, 1]), np.intp(places[ahead, 2])
        _prefetch.prefetch_at(address_of(features, (region, y, x, np.intp(0))))
        later = address_of(levels, (region, y + up, x + left, np.intp(0)))

        region, y, x = np.intp(places[begin + n, 0]), np.intp(places[begin + n, 1]), np.intp(places[begin + n, 2])
        place = address_of(levels, (region, y + up, x + left, np.intp(0)))
        target = address_of(inputs, (np.intp(n), np.intp(0)))
        guess = _median_edges(place, above)
        if guess == NO_GUESS:
            guess = border_guess(levels, window, region, y, x)
        for r in range(reach):
            count = window.rows[r, 2]
            _prefetch.prefetch_at(later + offsets[r])
            _prefetch.prefetch_at(later + offsets[r] + PIXEL_BYTES * count)
            for p in range(0, count, PLACES):
                source = place + offsets[r] + PIXEL_BYTES * p
                _store_differences(source, guess, target + 4 * p * size, inputs)
            target += 4 * count * size
        levels_of = (np.int16(guess), np.int16(guess >> 16), np.int16(guess >> 32))
        guesses[0, begin + n], guesses[1, begin + n], guesses[2, begin + n] = levels_of
        k = context_inputs - 2 * window.grid - 3
        inputs[n, k] = max(OFFSET - INPUT_MAX, OFFSET - 128 + levels_of[0])
        inputs[n, k + 1] = max(OFFSET - INPUT_MAX, OFFSET + (levels_of[1] >> 1))
        inputs[n, k + 2] = max(OFFSET - INPUT_MAX, OFFSET + (levels_of[2] >> 1))
        target += 3 * size
        if window.grid > 0:
            down, across = np.uint32(y + area.phases[region, 0]) % grid, np.uint32(x + area.phases[region, 1]) % grid
            _store_code(target, down, inputs)
            _store_code(target + window.grid * size, across, inputs)
        target += 2 * window.grid * size
        source = address_of(features, (region, y, x, np.intp(0)))
        whole = features.shape[3] & -4
        for f in range(0, whole, 4):
            _copy_four(source + f * size, target + f * size, inputs)
        for f in range(whole, features.shape[3]):
            inputs[n, context_inputs + f] = features[region, y, x, f]


@kernel
def pixels_of(step: int, area: Area, slope: int, front: Int32s) -> int:
    """Set front, int32[N, 3], to the pixels of a step, in wavefront.py's order; their number."""
    count, (regions, height, width, _) = 0, area.features.shape
    first, last = _wavefront_kernel.rows_of(step, height, width, slope)
    for i in range(regions):
        for y in range(first, last):
            x = step - slope * y
            if area.firsts[i, y] <= x < area.lasts[i, y]:
                front[count, 0], front[count, 1], front[count, 2] = i, y, x
                count += 1
    return count
