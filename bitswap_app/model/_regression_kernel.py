"""regression.py in compiled loops, on the pixels that are shared out together."""

from __future__ import annotations

from math import frexp
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.coding._types import Float64s, Int16s, Int32s, Int64s, Integer
from bitswap_app.model import blending, local_squares, regression
from bitswap_app.model.blending import FARTHEST
from bitswap_app.model.local_squares import STEPS, is_before
from bitswap_app.model.regression import (
    AROUND,
    COARSE,
    COEFFICIENT_BITS,
    COLOUR_BITS,
    COUNTS,
    GUESS_BITS,
    INSIDE,
    LEFT,
    LEFT_OVER,
    MIDDLE,
    MOST,
    MOST_AWAY,
    MOST_COEFFICIENT,
    MOST_GUESS,
    MOST_MISSED,
    MOST_TOGETHER,
    OCTAVE,
    OWN,
    REGION,
    RIDGE,
    RIGHT,
    SHARE_BITS,
    TARGET,
    TOGETHER,
    UNIT_BITS,
    UP,
    USUAL,
    WIDEST,
    first_proofs,
    shares_of,
)

MOST_COUNT = COUNTS[2]
GUESS, MEAN, DEVIATION = range(MOST_COUNT, MOST_COUNT + 3)  # of what is asked of a pixel, behind its features
ASKED = DEVIATION + 1
OWN_RESIDUAL, MISSED = range(2)


class Regressed(NamedTuple):
    """What the pixels so far say.

    residuals     int16[R, UP + H, LEFT + W + RIGHT, 3, 2]: in deviations, and MISSED, in 1 / STEPS of a level
    products      float64[3, n + 1, n + 1], n as of Cg; each channel uses its first rows
    coefficients  int64[3, n]
    shares        int64[3]
    proofs        int64[2, 3]
    own           int64[6, 3]: dy, dx, whether the place comes before the pixel; the first ones are AROUND
    region        int64[P, 2]: dy, dx of those before it
    asked         int64[M, ASKED], of the pixels that are shared out together
    up, left      of the border of levels
    """

    residuals: Int16s
    products: NDArray[np.float64]
    coefficients: Int64s
    shares: Int64s
    proofs: Int64s
    own: Int64s
    region: Int64s
    asked: Int64s
    up: int
    left: int


def new_regressed(shape: tuple[int, int, int], slope: int, up: int, left: int, together: int) -> Regressed:
    """Of regions [R, H, W] of which nothing is known."""
    count, height, width = shape
    proofs = first_proofs()
    return Regressed(
        np.zeros((count, UP + height, LEFT + width + RIGHT, 3, 2), np.int16),
        np.zeros((3, MOST_COUNT + 1, MOST_COUNT + 1)),
        np.zeros((3, MOST_COUNT), np.int64),
        shares_of(proofs),
        proofs,
        np.array([(dy, dx, is_before(dy, dx, slope)) for dy, dx in OWN], np.int64),
        np.array([place for place in REGION if is_before(*place, slope)], np.int64).reshape(-1, 2),
        np.zeros((together, ASKED), np.int64),
        up,
        left,
    )


def kernel(function: Any) -> Any:
    """A kernel that calls those of this file, or has constants of others."""
    return _jit.kernel(function, calls=(blending, local_squares, regression))


@kernel
def width_of(variance: Integer) -> Integer:
    """How wide a mixture is: regression.widths."""
    octaves = np.int64(frexp(np.float64(variance))[1]) - 1
    found = OCTAVE * octaves + ((variance * OCTAVE) >> octaves) - OCTAVE - USUAL
    return min(max(found, np.int64(-WIDEST)), np.int64(WIDEST))


@kernel
def clamped(value: Integer, most: int) -> Integer:
    """Within most of 0."""
    return min(max(np.int64(value), np.int64(-most)), np.int64(most))


@kernel
def beside(levels: Int16s, i: int, v: int, u: int, channel: int, own: Int64s) -> Integer:
    """Twice the mean of the levels on the left and above."""
    found = np.int64(0)
    for k in range(2):
        if own[k, 2] and levels[i, v + own[k, 0], u + own[k, 1], 3]:
            found += levels[i, v + own[k, 0], u + own[k, 1], channel]
    return found


@kernel
def store_features(
    residuals: Int16s,
    own: Int64s,
    region: Int64s,
    levels: Int16s,
    i: int,
    y: int,
    x: int,
    up: int,
    left: int,
    channel: int,
    luma: Integer,
    middle: Integer,
    variance: Integer,
    asked: Int64s,
) -> None:
    """Set what a pixel's residual is predicted by.

    luma: its Y; middle: the mixture's mean, in 1 / STEPS of a level
    """
    v, u, deviation, width = y + UP, x + LEFT, asked[DEVIATION], width_of(variance)
    n = len(OWN)
    for k in range(len(OWN)):
        asked[k] = residuals[i, v + own[k, 0], u + own[k, 1], channel, OWN_RESIDUAL] if own[k, 2] else 0
    for c in range(3):
        if c == channel:
            continue
        for k in range(len(AROUND)):
            asked[n] = residuals[i, v + own[k, 0], u + own[k, 1], c, OWN_RESIDUAL] if own[k, 2] else 0
            n += 1
    for k in range(len(AROUND)):
        q, r = y + up + own[k, 0], x + left + own[k, 1]
        away = np.int64(0)
        if own[k, 2] and levels[i, q, r, 3]:
            away = ((STEPS * np.int64(levels[i, q, r, channel]) - middle) << UNIT_BITS) // deviation
        asked[n + k] = clamped(away, MOST_AWAY)
        asked[n + len(AROUND) + k] = (asked[k] * width) >> UNIT_BITS
    n += 2 * len(AROUND)
    together = np.int64(0)
    for k in range(region.shape[0]):
        together += residuals[i, v + region[k, 0], u + region[k, 1], channel, OWN_RESIDUAL]
    asked[n] = clamped(together // TOGETHER, MOST_TOGETHER)
    n += 1
    if channel == 0:
        return
    q, r = y + up, x + left
    orange, lime = beside(levels, i, q, r, 1, own), beside(levels, i, q, r, 2, own)
    for c in range(channel):
        before = np.int64(residuals[i, v, u, c, OWN_RESIDUAL])
        scaled = clamped((np.int64(residuals[i, v, u, c, MISSED]) << UNIT_BITS) // deviation, MOST)
        asked[n], asked[n + 1] = before, (before * width) >> UNIT_BITS
        asked[n + 2] = (scaled * (luma - MIDDLE)) >> COLOUR_BITS
        asked[n + 3], asked[n + 4] = (scaled * orange) >> COLOUR_BITS, (scaled * lime) >> COLOUR_BITS
        n += 5


@kernel
def correct(
    regressed: Regressed,
    levels: Int16s,
    channel: int,
    places: Int32s,
    guesses: Int16s,
    earlier: Int16s,
    ends: Int32s,
    means: Int64s,
    variances: Int64s,
    components: int,
    params: Int16s,
) -> None:
    """Move the means of the mixtures of pixels at places, int32[N, 3]: params int16[>= N, 3 K and more], and means.

    guesses int16[3, >= N], the centres; earlier int16[>= N, 3], residuals of channels before; ends int32[>= N, 2]
    """
    residuals, own, region, asked = regressed.residuals, regressed.own, regressed.region, regressed.asked
    coefficients, share, up, left = (
        regressed.coefficients[channel],
        regressed.shares[channel],
        regressed.up,
        regressed.left,
    )
    for n in range(places.shape[0]):
        i, y, x, row = places[n, 0], places[n, 1], places[n, 2], asked[n]
        deviation = np.int64(np.sqrt(np.float64(variances[n])))
        luma, middle = np.int64(guesses[0, n] + earlier[n, 0]), STEPS * np.int64(guesses[channel, n]) + means[n]
        room = min(middle - STEPS * np.int64(ends[n, 0]), STEPS * np.int64(ends[n, 1]) - middle)
        if room < INSIDE * deviation:
            row[:] = 0
            continue
        row[MEAN], row[DEVIATION] = means[n], deviation
        store_features(residuals, own, region, levels, i, y, x, up, left, channel, luma, middle, variances[n], row)
        guess = np.int64(0)
        for k in range(COUNTS[channel]):
            guess += coefficients[k] * row[k]
        guess = clamped(guess, MOST_GUESS)
        shift = share * guess * deviation + (np.int64(1) << (GUESS_BITS + SHARE_BITS - 1))
        shift = clamped(shift >> (GUESS_BITS + SHARE_BITS), FARTHEST)
        row[GUESS] = guess
        means[n] += shift
        for k in range(components):
            params[n, components + k] += shift


@kernel
def note(regressed: Regressed, channel: int, places: Int32s, earlier: Int16s) -> None:
    """Learn how the levels of the same pixels turned out, less their centres: int16[>= N, 3]."""
    residuals, products, proofs, count = (
        regressed.residuals,
        regressed.products[channel],
        regressed.proofs,
        COUNTS[channel],
    )
    both = np.empty(count + 1)
    for n in range(places.shape[0]):
        row, i, v, u = regressed.asked[n], places[n, 0], places[n, 1] + UP, places[n, 2] + LEFT
        if row[DEVIATION] == 0:  # whose mixture reaches its ends
            continue
        missed = STEPS * np.int64(earlier[n, channel]) - row[MEAN]
        own = clamped((missed << UNIT_BITS) // row[DEVIATION], MOST)
        residuals[i, v, u, channel, OWN_RESIDUAL], residuals[i, v, u, channel, MISSED] = own, clamped(missed, FARTHEST)
        for k in range(count):
            both[k] = row[k]
        both[count] = clamped(own, TARGET)
        for k in range(count + 1):
            value = both[k]
            if value == 0:
                continue
            for j in range(k + 1):
                products[k, j] += value * both[j]
        coarse = row[GUESS] >> COARSE
        proofs[0, channel] += coarse * clamped(own, MOST_MISSED)
        proofs[1, channel] += coarse * coarse


@kernel
def store_solution(products: Float64s, count: int, coefficients: Int64s) -> None:
    """Set the coefficients of what fits best: regression.solution."""
    a, found = products[: count + 1, : count + 1].copy(), np.empty(count)
    factor = np.empty(count + 1)
    for k in range(count):
        a[k, k] += RIDGE
    for k in range(count):
        inverse = 1 / max(a[k, k], RIDGE)
        for i in range(k + 1, count + 1):
            factor[i] = a[i, k] * inverse
            for j in range(k + 1, i + 1):
                a[i, j] -= factor[i] * a[j, k]
        for i in range(k + 1, count + 1):
            a[i, k] = factor[i]
    for k in range(count):
        found[k] = a[count, k]
    for k in range(count - 1, 0, -1):
        for j in range(k):
            found[j] -= a[k, j] * found[k]
    for k in range(count):
        limited = min(max(found[k], -MOST_COEFFICIENT), MOST_COEFFICIENT)
        coefficients[k] = np.int64(np.rint(limited * (1 << COEFFICIENT_BITS)))


@kernel
def solve(products: NDArray[np.float64], coefficients: Int64s) -> None:
    """From now on correct by what fits best so far."""
    for channel in range(3):
        store_solution(products[channel], COUNTS[channel], coefficients[channel])
        for i in range(products.shape[1]):
            for j in range(i + 1):
                products[channel, i, j] = np.floor(products[channel, i, j] * LEFT_OVER)


def learn(regressed: Regressed) -> None:
    """Regression.learn."""
    solve(regressed.products, regressed.coefficients)
    regressed.shares[:] = shares_of(regressed.proofs)
