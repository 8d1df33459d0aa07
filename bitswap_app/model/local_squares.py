"""A second opinion on each level: least squares on the pixels nearby (Wu, Barthel & Zhang 1998), in float32.

A level is predicted as a linear function of levels around it, by what fits best where both are known already. What is
known counts by how near it is and how calm its place, so the sums over it go along from pixel to pixel: down a column,
then along a row. Nothing is asked of a network, so an encoder may do all of it first.

float32 is the same everywhere here, because each sum and each product is rounded by itself, in the order written: sums
over variables are chains, never a dot product, and nothing may multiply and add at once. _local_squares_kernel.py gives
the same integers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.colour import channel_ends
from bitswap_app.model.context import REACH, Regions

OWN = (
    *((0, -1), (-1, 0), (-1, -1), (-1, 1), (0, -2), (-2, 0), (-2, -1), (-2, 1), (-1, -2)),
    *((-1, 2), (-2, -2), (-2, 2), (0, -3), (-3, 0), (-3, -1), (-3, 1), (-1, -3)),
)  # places, (dy, dx), whose levels of the same channel are variables
OTHER = ((0, -1), (-1, 0), (-1, -1), (-1, 1))  # and whose levels of each channel before it are
CALM = (((0, -1), (-1, -1)), ((-1, 0), (-1, -1)), ((-1, 1), (-1, 0)), ((0, -1), (0, -2)), ((-1, 0), (-2, 0)))
BESIDE = ((0, -1), (-1, 0), (-1, -1), (-1, 1), (0, -2), (-2, 0))  # places whose errors tell of a pixel's

DOWN = np.float32(0.9)  # what is left of what a pixel says, a row further down
ALONG = np.float32(0.88)  # a pixel further right
LEFT = 2  # how often pixels on the left in the same row count
RIDGE = np.float32(64)  # added to the variables' own squares
LARGEST = 255  # of a variable
MOST_WEIGHT = 256
WEIGHT_OFFSET = 4
STEPS = 16  # predictions are in so many parts of a level
FARTHEST = 4096  # of predictions, in levels
ERROR_MAX = 1023
UNKNOWN_ERROR = 32  # where there is no pixel, in STEPS

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Places = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Variable:
    """What a level is predicted from: the level of a channel at a place. usable: whether it comes before the pixel."""

    dy: int
    dx: int
    channel: int
    usable: bool


def variables_of(channel: int, slope: int) -> tuple[Variable, ...]:
    """Those of a channel; the pixel's own channels before it come last."""
    around = [(dy, dx, channel) for dy, dx in OWN]
    others = [(dy, dx, k) for k in range(channel) for dy, dx in OTHER]
    own = tuple(Variable(0, 0, k, True) for k in range(channel))
    return tuple(Variable(dy, dx, k, is_before(dy, dx, slope)) for dy, dx, k in around + others) + own


def is_before(dy: int, dx: int, slope: int) -> bool:
    """Whether a place comes before a pixel along the wavefront."""
    return dx + slope * dy < 0


@dataclass(slots=True)
class _Sums:
    """Of one channel: weighted products of its variables and its own level, the last, as differences.

    columns  float32[R, W, n + 1, n + 1]  of the rows above the one that came there last
    rows     float32[R, H, n + 1, n + 1]  as they count for each row's next pixel
    """

    columns: Floats
    rows: Floats


@dataclass(slots=True)
class _Solved:
    """What a step's predictions of a channel come to before the pixels' own levels enter.

    sums     float32[N, c + 1]         what neighbours say of the own levels before the channel, and of the channel's
    factors  float32[N, c + 1, c + 1]  by what those enter
    """

    sums: Floats
    factors: Floats


class LocalSquares:
    """The predictions for a batch's regions, whose pixels come along the wavefront."""

    def __init__(self, regions: Regions, slope: int) -> None:
        if min(regions.border) < REACH:
            raise ValueError(f"Regions need a border of {REACH} pixels.")
        self._regions, self._slope = regions, slope
        self._variables = [variables_of(c, slope) for c in range(3)]
        self._places = [np.array([(v.dy, v.dx, v.channel, v.usable) for v in found]).T for found in self._variables]
        calm = [pair for pair in CALM if all(is_before(*place, slope) for place in pair)]
        self._calm = np.array(calm, np.int64).reshape(-1, 2, 2).transpose(1, 2, 0)  # one and the other, dy and dx
        count, height, width, _ = regions.inside.shape
        self._height, self._width = height, width
        sizes = [len(found) + 1 for found in self._variables]
        self._sums = [
            _Sums(np.zeros((count, width, n, n), np.float32), np.zeros((count, height, n, n), np.float32))
            for n in sizes
        ]
        self._errors = np.full(regions.inside.shape, UNKNOWN_ERROR, np.int64)
        none = np.zeros(0, np.int64)
        self._at: Places = none, none, none
        self._solved: list[_Solved] = []

    def begin(self, at: Places) -> None:
        """Come to the pixels of a step, all before which are known."""
        self._at = at
        self._solved = [self._solve(c) for c in range(3)]

    def predictions(self, channel: int, levels: NDArray[np.int16]) -> Integers:
        """int64[N], of a channel, in STEPS of a level; levels int16[N, 3] are the pixels' own, known up to it."""
        solved, own = self._solved[channel], np.empty((len(levels), channel), np.float32)
        for i in range(channel + 1):
            chain = solved.sums[:, i]
            if i < channel:
                chain = self._difference(levels[:, i], i, self._at) - chain
            for j in range(i):
                entering = solved.factors[:, i, j] * own[:, j]
                chain = chain - entering if i < channel else chain + entering
            if i < channel:
                own[:, i] = chain
        parts = chain.clip(-FARTHEST, FARTHEST) * np.float32(STEPS)
        found = np.rint(parts).astype(np.int64) + STEPS * self._reference(channel, self._at)
        least, most = channel_ends(self._regions.colours, channel, levels).T.astype(np.int64)
        return found.clip(STEPS * least, STEPS * most)

    def errors_beside(self, channel: int) -> Integers:
        """int64[N], the sum of the errors at BESIDE, in STEPS of a level."""
        region, y, x = self._at
        total = np.zeros(len(y), np.int64)
        for dy, dx in BESIDE:
            inside = is_before(dy, dx, self._slope) & self._has_pixel(region, y + dy, x + dx)
            v, u = np.where(inside, y + dy, y), np.where(inside, x + dx, x)
            total += np.where(inside, self._errors[region, v, u, channel], UNKNOWN_ERROR)
        return total

    def note(self, channel: int, predictions: Integers, levels: NDArray[np.int16]) -> None:
        """Learn what the predictions should have been; levels as above, the channel's too."""
        error = np.abs(STEPS * levels[:, channel].astype(np.int64) - predictions)
        self._errors[(*self._at, channel)] = error.clip(0, ERROR_MAX)

    def _solve(self, channel: int) -> _Solved:
        """Factors of the sums, L D L', and what neighbours give by them (Golub & Van Loan, 4.1)."""
        a, sums = self._moments(channel), len(self._variables[channel])
        around = sums - channel
        innovations = self._values(channel, self._at)[:, :around]
        given = np.zeros((len(a), channel + 1), np.float32)
        a[:, range(sums), range(sums)] += RIDGE
        for k in range(sums):
            column = a[:, k + 1 :, k].copy()
            factor = column * (np.float32(1) / np.maximum(a[:, k, k], RIDGE))[:, None]
            a[:, k + 1 :, k + 1 :] -= factor[:, :, None] * column[:, None, :]
            a[:, k + 1 :, k] = factor
            if k < around:
                entering = innovations[:, k, None]
                innovations[:, k + 1 :] -= factor[:, : around - k - 1] * entering
                given += factor[:, around - k - 1 :] * entering
        return _Solved(given, a[:, around:, around:])

    def _moments(self, channel: int) -> Floats:
        """float32[N, n + 1, n + 1]: the sums as they count for the pixels, to change."""
        region, y, x = self._at
        sums, firsts = self._sums[channel], self._regions.firsts[region, y]
        is_first = x == firsts
        sums.rows[region[is_first], y[is_first]] = 0
        farthest = max(0, self._slope - 1)  # of columns that the row above has reached
        for ahead in range(farthest + 1):
            some = is_first if ahead < farthest else np.ones_like(is_first)
            self._go_along(channel, region[some], y[some], x[some] + ahead)
        left = ~is_first
        beside = region[left], y[left], x[left] - 1
        sums.rows[region[left], y[left]] += np.float32(LEFT) * self._products(channel, beside)
        return sums.rows[region, y].copy()

    def _go_along(self, channel: int, region: Integers, y: Integers, x: Integers) -> None:
        """Let a column count for its row's next pixel, with what the row above brought."""
        sums, inside = self._sums[channel], x < self._width
        sums.rows[region, y] *= ALONG
        region, y, x = region[inside], y[inside], x[inside]
        above = self._has_pixel(region, y - 1, x)
        sums.columns[region, x] *= DOWN
        place = region[above], y[above] - 1, x[above]
        sums.columns[place[0], place[2]] += self._products(channel, place)
        sums.rows[region, y] += sums.columns[region, x]

    def _products(self, channel: int, at: Places) -> Floats:
        """float32[N, n + 1, n + 1], whole numbers."""
        levels = self._regions.inside[(*at, channel)]
        values = np.concatenate([self._values(channel, at), self._difference(levels, channel, at)[:, None]], 1)
        (one, has_one), (other, has_other) = (self._look(at, dy, dx, channel) for dy, dx in self._calm)
        calm = np.where(has_one & has_other, np.abs(one - other), 0).sum(1)
        weight = (MOST_WEIGHT // (calm + WEIGHT_OFFSET)).clip(1).astype(np.float32)
        found: Floats = weight[:, None, None] * values[:, :, None] * values[:, None, :]
        return found

    def _values(self, channel: int, at: Places) -> Floats:
        """float32[N, n], the variables; those of the pixels themselves where they are known by now."""
        dy, dx, channels, usable = self._places[channel]
        levels, are_known = self._look(at, dy, dx, channels)
        middles = np.stack([self._reference(c, at) for c in range(channel + 1)], 1)[:, channels]
        found = np.where(are_known & (usable != 0), levels - middles, 0)
        return found.clip(-LARGEST, LARGEST).astype(np.float32)

    def _difference(self, levels: NDArray[Any], channel: int, at: Places) -> Floats:
        """float32[N], of levels from what they are measured against."""
        return (levels.astype(np.int64) - self._reference(channel, at)).clip(-LARGEST, LARGEST).astype(np.float32)

    def _reference(self, channel: int, at: Places) -> Integers:
        """int64[N], the mean of the neighbours on the left and above."""
        levels, are_known = self._look(at, np.array([0, -1]), np.array([-1, 0]), channel)
        (west, north), (has_west, has_north) = levels.T, are_known.T
        alone = np.where(has_west, west, np.where(has_north, north, 128 if channel == 0 else 0))
        found: Integers = np.where(has_west & has_north, (west + north + 1) >> 1, alone)
        return found

    def _look(
        self, at: Places, dy: Integers, dx: Integers, channels: Integers | int
    ) -> tuple[Integers, NDArray[np.bool_]]:
        """(levels int64[N, P], whether they are known), at places near each pixel."""
        up, left, _ = self._regions.border
        region, y, x = (part[:, None] for part in at)
        place = region, y + up + dy, x + left + dx
        levels = self._regions.levels
        return levels[(*place, channels)].astype(np.int64), levels[(*place, 3)] != 0

    def _has_pixel(self, region: Integers, y: Integers, x: Integers) -> NDArray[np.bool_]:
        """Whether the regions have pixels at (y, x)."""
        row = y.clip(0, self._height - 1)
        firsts, lasts = self._regions.firsts[region, row], self._regions.lasts[region, row]
        found: NDArray[np.bool_] = (row == y) & (x >= firsts) & (x < lasts)
        return found
