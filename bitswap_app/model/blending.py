"""The means of a network's mixtures, moved towards predictions from elsewhere by as much as has proved right.

Blending of predictors as in Meyer & Tischer 1997 (TMW), where the network is the better one and the other corrects it.
How far the means move is learnt, apart for places where the other's errors nearby were small or large against what the
network expects of its own. All in integers; _blending_kernel.py gives the same.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._kernel import LAST_GAP
from bitswap_app.coding.tables import LogisticTables
from bitswap_app.model.local_squares import STEPS

KINDS = 4  # of places
BOUNDS = (39, 53, 72)  # between them, of eight times the errors beside against what a network expects
BESIDE_OFFSET, EXPECTED_OFFSET = 29, 5  # in 1 / STEPS of a level
WHOLE_BITS = 8
WHOLE = 1 << WHOLE_BITS  # of a share
FIRST_SHARES = (82, 59, 44, 20)  # of the kinds of places, before anything is known
TRUST = 1 << 30  # how much is to be known before it counts as much as these
FARTHEST = 2047  # that the other's prediction may be away, in 1 / STEPS of a level
DEVIATIONS = 2  # and in standard deviations
PRECISION = 1 << 24
LEAST_VARIANCE = 64  # added, in 1 / STEPS**2
VARIANCE = 3.289868133696453  # of a logistic of scale 1: pi ** 2 / 3

Integers = NDArray[np.int64]


def spreads_of(tables: LogisticTables) -> Integers:
    """int64[n_scales]: the variance of each logistic, in 1 / STEPS**2."""
    scales = np.float64(1 << 22) / tables.inverse_scale  # in 1 / STEPS of a level
    found: Integers = np.rint(VARIANCE * scales * scales).astype(np.int64)
    return found


def moments_of(params: NDArray[np.int16], tables: LogisticTables, spreads: Integers) -> tuple[Integers, Integers]:
    """(means, variances) of mixtures, int64[N], from their centres, in 1 / STEPS of a level and its square."""
    count = params.shape[1] // 3
    logits, offsets, scales = (params[:, i * count : (i + 1) * count].astype(np.int64) for i in range(3))
    gaps = (logits.max(1, keepdims=True) - logits).clip(0, int(LAST_GAP))
    weights = tables.exp[gaps].astype(np.int64)
    totals = weights.sum(1)
    means: Integers = (weights * offsets).sum(1) // totals
    squares = (weights * (offsets * offsets + spreads[scales])).sum(1) // totals
    return means, (squares - means * means).clip(0) + LEAST_VARIANCE


class Blend:
    """Of one batch: how far means move, and what is learnt of it."""

    def __init__(self, tables: LogisticTables) -> None:
        self._tables, self._spreads = tables, spreads_of(tables)
        self._sums = first_sums()
        self._shares = shares_of(self._sums)
        self._moved: tuple[Integers, ...] = ()
        self.moments: tuple[Integers, Integers] = np.zeros(0, np.int64), np.zeros(0, np.int64)

    def blend(
        self,
        channel: int,
        params: NDArray[np.int16],
        centres: NDArray[np.int16],
        predictions: Integers,
        beside: Integers,
    ) -> NDArray[np.int16]:
        """The mixtures, int16[N, 3 K], with other means; moments, as moments_of, are theirs.

        predictions, beside  int64[N] in 1 / STEPS of a level: the other's, and its errors at the six places beside
        """
        means, variances = moments_of(params, self._tables, self._spreads)
        expected = np.sqrt(variances.astype(np.float64)).astype(np.int64)
        against = 8 * (beside + BESIDE_OFFSET)
        bounds = np.array(BOUNDS)[:, None] * (expected + EXPECTED_OFFSET)
        kinds = (against >= bounds).sum(0)
        ends = np.minimum(DEVIATIONS * expected, FARTHEST)
        away = (predictions - STEPS * centres.astype(np.int64) - means).clip(-ends, ends)
        self._moved = means, variances, kinds, away
        count, found = params.shape[1] // 3, params.copy()
        shifts = (self._shares[channel, kinds] * away + WHOLE // 2) >> WHOLE_BITS
        found[:, count : 2 * count] += shifts.astype(np.int16)[:, None]
        self.moments = means + shifts, variances
        return found

    def note(self, channel: int, residuals: Integers) -> None:
        """Learn how the levels of the same pixels turned out, less their centres, int64[N]."""
        means, variances, kinds, away = self._moved
        ends = DEVIATIONS * np.sqrt(variances.astype(np.float64)).astype(np.int64)
        missed = (STEPS * residuals - means).clip(-ends, ends)
        precision = PRECISION // variances
        np.add.at(self._sums[0, channel], kinds, precision * away * missed)
        np.add.at(self._sums[1, channel], kinds, precision * away * away)

    def learn(self) -> None:
        """From now on move by what has proved right so far."""
        self._shares = shares_of(self._sums)


def first_sums() -> Integers:
    """int64[2, 3, KINDS]: of what is away times what was missed, and of squares of the first; as if already known."""
    sums = np.empty((2, 3, KINDS), np.int64)
    sums[0], sums[1] = np.array(FIRST_SHARES, np.int64) * (TRUST // WHOLE), TRUST
    return sums


def shares_of(sums: Integers) -> Integers:
    """int64[3, KINDS], by how much of the way means move, of WHOLE."""
    found: Integers = (sums[0] // (sums[1] // WHOLE)).clip(0, WHOLE)
    return found
