"""blending.py in compiled loops, on the pixels that are shared out together."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding import _jit
from bitswap_app.coding._kernel import LAST_GAP
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Uint32s
from bitswap_app.model import _local_squares_kernel, _mixtures, blending, local_squares
from bitswap_app.model._local_squares_kernel import Squares, new_squares
from bitswap_app.model._regression_kernel import Regressed, new_regressed
from bitswap_app.model._tilting_kernel import Tilting, new_tilting
from bitswap_app.model.blending import (
    BESIDE_OFFSET,
    BOUNDS,
    DEVIATIONS,
    EXPECTED_OFFSET,
    FARTHEST,
    LEAST_VARIANCE,
    PRECISION,
    WHOLE,
    WHOLE_BITS,
    first_sums,
    shares_of,
)
from bitswap_app.model.local_squares import STEPS
from bitswap_app.model.tilting import Counts

MEAN, VARIANCE, KIND, AWAY, MOVED = range(5)


class Opinion(NamedTuple):
    """What local least squares and residuals say of a batch, how far they are followed, and how often levels turn up.

    squares      of the pixels so far; an encoder needs them no more
    predictions  int16[R, H, W, 3, 2]  and the errors beside; none where nobody is asked
    spreads      int64[n_scales]       of the logistics
    shares       int64[3, KINDS]
    sums         int64[2, 3, KINDS]    what they are learnt from
    moved        int64[M, 5]           MEAN, VARIANCE, KIND, AWAY of the pixels that are shared out together, and MOVED,
                                       the mean after it, and after regression too
    regressed    what residuals say
    tilting      how often levels turn up
    """

    squares: Squares
    predictions: NDArray[np.int16]
    spreads: Int64s
    shares: Int64s
    sums: Int64s
    moved: Int64s
    regressed: Regressed
    tilting: Tilting


def new_opinion(
    shape: tuple[int, int, int],
    slope: int,
    up: int,
    left: int,
    most: int,
    spreads: Int64s,
    together: int,
    components: int,
) -> Opinion:
    """Of regions [R, H, W] of which nothing is known, and mixtures of so many components.

    most, together  pixels of a step, and those that are shared out together
    """
    sums = first_sums()
    return Opinion(
        new_squares(shape, slope, up, left, most),
        np.zeros((*shape, 3, 2), np.int16),
        spreads,
        shares_of(sums),
        sums,
        np.zeros((together, 5), np.int64),
        new_regressed(shape, slope, up, left, together),
        new_tilting(Counts.none(), components),
    )


def kernel(function: Any) -> Any:
    """A kernel that calls those of other files, or has constants of theirs."""
    return _jit.kernel(function, calls=(_local_squares_kernel, _mixtures, blending, local_squares))


@kernel
def blend(
    predictions: NDArray[np.int16],
    spreads: Int64s,
    shares: Int64s,
    moved: Int64s,
    channel: int,
    places: Int32s,
    centres: Int16s,
    each: tuple[int, ...],
    exp: Uint32s,
    params: Int16s,
) -> None:
    """Move the means of the mixtures of pixels at places, int32[N, 3]: params int16[>= N, 3 K and more]."""
    components = len(each)
    for n in range(places.shape[0]):
        largest, _ = _mixtures.likeliest(params, each, n)
        total, first, second = np.int64(0), np.int64(0), np.int64(0)
        for k in range(components):
            weight = np.int64(exp[min(np.uint64(largest - np.int64(params[n, k])), LAST_GAP)])
            offset = np.int64(params[n, components + k])
            total += weight
            first += weight * offset
            second += weight * (offset * offset + spreads[params[n, 2 * components + k]])
        mean = first // total
        variance = max(second // total - mean * mean, np.int64(0)) + LEAST_VARIANCE
        expected = np.int64(np.sqrt(np.float64(variance)))
        i, y, x = places[n, 0], places[n, 1], places[n, 2]
        against = 8 * (np.int64(predictions[i, y, x, channel, 1]) + BESIDE_OFFSET)
        kind = 0
        for bound in BOUNDS:
            kind += int(against >= bound * (expected + EXPECTED_OFFSET))
        end = min(DEVIATIONS * expected, np.int64(FARTHEST))
        away = np.int64(predictions[i, y, x, channel, 0]) - STEPS * np.int64(centres[n]) - mean
        away = min(max(away, -end), end)
        shift = (shares[channel, kind] * away + WHOLE // 2) >> WHOLE_BITS
        for k in range(components):
            params[n, components + k] += shift
        moved[n, MEAN], moved[n, VARIANCE], moved[n, KIND], moved[n, AWAY] = mean, variance, kind, away
        moved[n, MOVED] = mean + shift


@kernel
def note(sums: Int64s, moved: Int64s, channel: int, residuals: Int16s, count: int) -> None:
    """Learn how the levels of the same pixels turned out, less their centres, int16[>= count, C]."""
    for n in range(count):
        variance, kind, away = moved[n, VARIANCE], moved[n, KIND], moved[n, AWAY]
        end = DEVIATIONS * np.int64(np.sqrt(np.float64(variance)))
        missed = STEPS * np.int64(residuals[n, channel]) - moved[n, MEAN]
        precision = PRECISION // variance
        sums[0, channel, kind] += precision * away * min(max(missed, -end), end)
        sums[1, channel, kind] += precision * away * away
