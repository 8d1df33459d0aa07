"""The means of mixtures, moved by what residuals nearby have in common with a pixel's own: ridge regression.

What a network misses would tell nothing of what it misses next if it knew the picture. As far as it does, a linear
function of residuals nearby, and of those of the pixel's channels before, predicts a pixel's own, in standard
deviations of its mixture. Coefficients are those that fit best so far, what is long ago counting less and less (ridge
regression, Hoerl & Kennard 1970; recursive least squares with a forgetting factor, Haykin, Adaptive Filter Theory).

Sums are whole numbers below 2 ** 53, which float64 adds exactly in any order. Coefficients are found in float64 too,
each product and each sum rounded by itself, in the order written. _regression_kernel.py gives the same integers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.colour import channel_ends, is_settled
from bitswap_app.model.blending import FARTHEST
from bitswap_app.model.context import Regions
from bitswap_app.model.local_squares import STEPS, Places, is_before

AROUND = ((0, -1), (-1, 0), (-1, -1), (-1, 1))  # places, (dy, dx), whose residuals and levels tell something
OWN = (*AROUND, (0, -2), (-2, 0))  # and whose residuals of the same channel do
REGION = tuple((dy, dx) for dy in range(-4, 1) for dx in range(-5, 3 if dy else 0))  # where they are added up
UP, LEFT, RIGHT = 4, 5, 2  # how far all these are away
COUNTS = (23, 28, 33)  # of what predicts a residual of Y, Co and Cg

UNIT_BITS = 5  # fraction bits of a residual, in deviations
MOST = 4 << UNIT_BITS  # of a residual
INSIDE = 2  # deviations on either side that a level can be; nearer its ends a mixture's mean is not what is expected
MOST_AWAY = 3 << UNIT_BITS  # of a neighbour's level from the mean
MOST_TOGETHER = 255  # of the region's residuals
TOGETHER = 12  # by which these are divided
TARGET = 5 << UNIT_BITS >> 1  # the most that coefficients are to fit
OCTAVE = 16  # steps of a variance that is twice as large
USUAL = 170  # of these: a deviation of 2.5 levels
WIDEST = 64  # and the most from there
MIDDLE, COLOUR_BITS = 128, 7  # of Y, and fraction bits of levels that residuals are multiplied by

RIDGE = 100.0 * (1 << 2 * UNIT_BITS)
LEFT_OVER = 15 / 16  # of sums, after each lesson
COEFFICIENT_BITS = 12
MOST_COEFFICIENT = 8.0
GUESS_BITS = UNIT_BITS + COEFFICIENT_BITS
MOST_GUESS = 2 << GUESS_BITS
SHARE_BITS = 8
COARSE = 8  # bits of a guess that its share does not go by
MOST_MISSED = 2 << UNIT_BITS  # and the most that the share is to fit
PROVED, GUESSED = 18, 30  # as if so much of so much, in squares of deviations, had proved right before

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Moments = tuple[Integers, Integers]


class Regression:
    """Of one batch. For each step begin(), then for each channel correct() and note(); learn() after each lesson."""

    def __init__(self, regions: Regions, slope: int) -> None:
        self._regions, self._slope = regions, slope
        count, height, width, _ = regions.inside.shape
        size = count, UP + height, LEFT + width + RIGHT, 3
        self._residuals, self._missed = np.zeros(size, np.int64), np.zeros(size, np.int64)
        self.products = [np.zeros((n + 1, n + 1)) for n in COUNTS]
        self.coefficients = [np.zeros(n, np.int64) for n in COUNTS]
        self.proofs = first_proofs()
        self._shares = shares_of(self.proofs)
        none = np.zeros(0, np.int64)
        self._at: Places = none, none, none
        self._asked: tuple[Integers, ...] = ()
        self.moments: Moments = none, none

    def begin(self, at: Places) -> None:
        """Come to the pixels of a step, all before which are known."""
        self._at = at

    def correct(
        self,
        channel: int,
        params: NDArray[np.int16],
        moments: Moments,
        centres: NDArray[np.int16],
        levels: NDArray[np.int16],
    ) -> NDArray[np.int16]:
        """The mixtures, int16[N, 3 K], with other means, of moments as moments_of gives them; `moments` are theirs.

        centres int16[N]; levels int16[N, 3], those of channels before are known
        """
        means, variances = moments
        deviations = np.sqrt(variances.astype(np.float64)).astype(np.int64)
        ends = channel_ends(self._regions.colours, channel, levels).T.astype(np.int64)
        least, most = STEPS * (ends - centres) - means
        is_within = (least <= -INSIDE * deviations) & (most >= INSIDE * deviations)
        features = self._features(channel, means, variances, deviations, centres.astype(np.int64), levels)
        features = np.where(is_within[:, None], features, 0)
        guesses = (features @ self.coefficients[channel]).clip(-MOST_GUESS, MOST_GUESS)
        shifts = self._shares[channel] * guesses * deviations + (1 << (GUESS_BITS + SHARE_BITS - 1))
        shifts = (shifts >> (GUESS_BITS + SHARE_BITS)).clip(-FARTHEST, FARTHEST)
        self._asked = features, guesses, means, deviations, is_within
        self.moments = means + shifts, variances
        count, found = params.shape[1] // 3, params.copy()
        found[:, count : 2 * count] += shifts.astype(np.int16)[:, None]
        return found

    def note(self, channel: int, residuals: NDArray[np.int16]) -> None:
        """Learn how a channel turned out: int16[N], less its centres."""
        if is_settled(self._regions.colours, channel):
            return
        features, guesses, means, deviations, is_within = self._asked
        missed = np.where(is_within, STEPS * residuals.astype(np.int64) - means, 0)
        region, y, x = self._at
        place = region, y + UP, x + LEFT, channel
        own = ((missed << UNIT_BITS) // deviations).clip(-MOST, MOST)
        self._residuals[place], self._missed[place] = own, missed.clip(-FARTHEST, FARTHEST)
        both = np.append(features, own[:, None].clip(-TARGET, TARGET), 1).astype(np.float64)
        self.products[channel] += np.tril(both.T @ both)
        coarse = guesses >> COARSE
        self.proofs[0, channel] += (coarse * own.clip(-MOST_MISSED, MOST_MISSED)).sum()
        self.proofs[1, channel] += (coarse * coarse).sum()

    def learn(self) -> None:
        """From now on correct by what fits best so far."""
        for products, coefficients in zip(self.products, self.coefficients, strict=True):
            coefficients[:] = solution(products)
            products[:] = np.floor(products * LEFT_OVER)
        self._shares = shares_of(self.proofs)

    def _features(
        self,
        channel: int,
        means: Integers,
        variances: Integers,
        deviations: Integers,
        centres: Integers,
        levels: NDArray[np.int16],
    ) -> Integers:
        """int64[N, COUNTS[channel]], what a residual is predicted by."""
        width = widths(variances)
        around = [self._at_places(self._residuals, AROUND, c) for c in range(3)]
        own = self._at_places(self._residuals, OWN, channel)
        others = [around[c] for c in range(3) if c != channel]
        near, are_known = self._levels(channel)
        away = (STEPS * (near - centres[:, None]) - means[:, None]) << UNIT_BITS
        away = np.where(are_known, (away // deviations[:, None]).clip(-MOST_AWAY, MOST_AWAY), 0)
        together = (self._at_places(self._residuals, REGION, channel).sum(1) // TOGETHER).clip(
            -MOST_TOGETHER, MOST_TOGETHER
        )
        found = [own, *others, away, (around[channel] * width[:, None]) >> UNIT_BITS, together[:, None]]
        colour = levels[:, 0].astype(np.int64) - MIDDLE, *(self._beside(c) for c in (1, 2))
        region, y, x = self._at
        for c in range(channel):
            place = region, y + UP, x + LEFT, c
            before = self._residuals[place]
            scaled = ((self._missed[place] << UNIT_BITS) // deviations).clip(-MOST, MOST)
            products = (before * width) >> UNIT_BITS, *((scaled * part) >> COLOUR_BITS for part in colour)
            found += [part[:, None] for part in (before, *products)]
        return np.concatenate(found, 1)

    def _at_places(self, values: Integers, places: tuple[tuple[int, int], ...], channel: int) -> Integers:
        """int64[N, P], of a channel at places near the pixels; 0 where there is none before them."""
        region, y, x = (part[:, None] for part in self._at)
        dy, dx = np.array(places).T
        usable = np.array([is_before(*place, self._slope) for place in places])
        found: Integers = np.where(usable, values[region, y + UP + dy, x + LEFT + dx, channel], 0)
        return found

    def _levels(self, channel: int) -> tuple[Integers, NDArray[np.bool_]]:
        """(int64[N, P], bool[N, P]): levels AROUND the pixels, and whether they are known."""
        up, left, _ = self._regions.border
        region, y, x = (part[:, None] for part in self._at)
        dy, dx = np.array(AROUND).T
        levels = self._regions.levels[region, y + up + dy, x + left + dx]
        usable = np.array([is_before(*place, self._slope) for place in AROUND])
        return levels[..., channel].astype(np.int64), usable & (levels[..., 3] != 0)

    def _beside(self, channel: int) -> Integers:
        """int64[N], twice the mean of the levels on the left and above."""
        levels, are_known = (part[:, :2] for part in self._levels(channel))
        found: Integers = np.where(are_known, levels, 0).sum(1)
        return found


def widths(variances: Integers) -> Integers:
    """int64[N]: binary logarithms of variances in 1 / OCTAVE, straight between powers of two, from USUAL on."""
    octaves = np.frexp(variances.astype(np.float64))[1].astype(np.int64) - 1
    beyond = ((variances * OCTAVE) >> octaves) - OCTAVE
    found: Integers = (OCTAVE * octaves + beyond - USUAL).clip(-WIDEST, WIDEST)
    return found


def solution(products: Floats) -> Integers:
    """int64[n], the coefficients of what fits best, by L D L' (Golub & Van Loan, 4.1).

    products  float64[n + 1, n + 1]: sums of products of what predicts, and below of these with what is predicted
    """
    a, count = products.copy(), len(products) - 1
    a[range(count), range(count)] += RIDGE
    for k in range(count):
        column = a[k + 1 :, k].copy()
        factor = column * (1 / max(a[k, k], RIDGE))
        a[k + 1 :, k + 1 :] -= factor[:, None] * column
        a[k + 1 :, k] = factor
    found = a[count, :count].copy()
    for k in range(count - 1, 0, -1):
        found[:k] -= a[k, :k] * found[k]
    limited = found.clip(-MOST_COEFFICIENT, MOST_COEFFICIENT) * (1 << COEFFICIENT_BITS)
    coefficients: Integers = np.rint(limited).astype(np.int64)
    return coefficients


def first_proofs() -> Integers:
    """int64[2, 3]: sums of guesses times what was missed, and of squares of guesses; as if already known."""
    found = np.empty((2, 3), np.int64)
    found[0], found[1] = PROVED << (GUESS_BITS - COARSE + UNIT_BITS), GUESSED << 2 * (GUESS_BITS - COARSE)
    return found


def shares_of(proofs: Integers) -> Integers:
    """int64[3], by how much of their guesses means move, in 1 / 2**SHARE_BITS."""
    to_share = SHARE_BITS + GUESS_BITS - COARSE - UNIT_BITS
    found: Integers = ((proofs[0] << to_share) // proofs[1]).clip(0, 1 << SHARE_BITS)
    return found
