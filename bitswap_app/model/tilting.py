"""A mixture's probabilities, tilted by how often levels have turned up against how often they were expected.

Pictures that were brightened, stretched or converted in 8 bits have levels of red, green and blue that are rarer than
those beside them, or missing; no network tells which these are before it has seen the picture. So each level has a
score, and what is between a few levels of the mixture's mean is multiplied by the exponential of its scores: the
log-linear model that has the picture's own frequencies (Berger, Della Pietra & Della Pietra 1996). Scores move along
its gradient, what turned up less what was expected. Of colours Cg alone can tell, the last channel.

How far levels lie from the mixture's mean is scored in the same way, apart for narrow mixtures and wide ones, which
mends shapes that are not the picture's.

Each kind of score counts by a factor, which is learnt too, by Newton's method on the same likelihood: scores that tell
nothing of a picture are noise, and count for less, those that move too slowly for more.

All in integers. This is the plain form, in whole arrays; _tilting_kernel.py computes the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.colour import Colours, channel_ends, to_rgb
from bitswap_app.coding.message import PRECISION, Message
from bitswap_app.coding.mixture import mixture_intervals
from bitswap_app.coding.tables import LogisticTables
from bitswap_app.model.config import PIXEL_SUPPORT
from bitswap_app.model.local_squares import STEPS

ASIDE = 20  # levels on either side of the mean's that are tilted
LEVELS = 1024  # in a row of scores
KINDS = 19  # rows: Y, Co, Cg; ten of a colour (colour_places), the last of which takes four rows; where in mixtures
COLOUR, PHASE, SHAPE = 3, 12, 16  # the first of colours, of the last of these, and of Y's, Co's and Cg's places
COLOURED = PHASE + 1 - COLOUR  # scores of a colour
AWAY = 4  # deviations that are told apart, on either side of the mean
WIDTHS, NARROWEST = 12, 6  # of mixtures, by the binary logarithm of their variance
RECIPROCAL_BITS = 24  # of a deviation
SIGNED = 255  # the place of level 0 in Co and Cg
CHROMA = 512  # and of Cb and Cr of 0
SCORE_BITS = 12  # fraction bits of a score, in nats
LEAST_SCORE, MOST_SCORE = -6 << SCORE_BITS, 2 << SCORE_BITS
MOST_WEIGHT = 48  # in 1/16 nat; beyond the least of the table's exp all weigh alike
WEIGHT_SHIFT = 8  # from exp to weights
WEIGHT_END = 1 << 12
COUNT_BITS = 16  # fraction bits of what is expected of a level
PRIOR = 400 << COUNT_BITS  # as often as a level must be expected before its score moves by half of what was beyond it
PHASE_PRIOR = 100 << COUNT_BITS  # and of phases, which are many
GAIN = 3  # how much more new lessons count than old ones
FACTOR_BITS = 12  # fraction bits of a factor
MOST_FACTOR = 3 << FACTOR_BITS
FACTOR_PRIOR = 20 << 2 * SCORE_BITS  # as if scores had had so much variance, in nats squared, before
FACTOR_GAIN = 2  # GAIN of factors
WHOLE = 1 << PRECISION

Integers = NDArray[np.int64]
PRIORS: Integers = np.full((KINDS, 1), PRIOR, np.int64)
PRIORS[PHASE:SHAPE] = PHASE_PRIOR
Moments = tuple[Integers, Integers]  # means from the centres and variances, int64[N], in 1 / STEPS of a level


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What is known of levels, and of the kinds of scores; these by their first rows.

    scores      int64[KINDS, LEVELS]
    expected    the same, what was expected of levels so far
    surplus     the same, what the last lesson had beyond that
    factors     int64[KINDS], by which scores count
    gradients   the same, of the last lesson's log-likelihood by factors, COUNT_BITS more fraction bits than scores
    curvatures  the same, sums of the scores' variances so far, twice as many fraction bits as scores
    """

    scores: Integers
    expected: Integers
    surplus: Integers
    factors: Integers
    gradients: Integers
    curvatures: Integers

    @classmethod
    def none(cls) -> Counts:
        """Of nothing yet."""
        scores, expected, surplus = np.zeros((3, KINDS, LEVELS), np.int64)
        gradients, curvatures = np.zeros((2, KINDS), np.int64)
        return cls(scores, expected, surplus, np.full(KINDS, 1 << FACTOR_BITS), gradients, curvatures)

    def learn(self) -> None:
        """Move the scores by a lesson's surplus, and their factors by its gradients."""
        steps = ((GAIN * self.surplus) << SCORE_BITS) // (self.expected + PRIORS)
        self.scores[:] = (self.scores + steps).clip(LEAST_SCORE, MOST_SCORE)
        self.surplus[:] = 0
        gradients = (FACTOR_GAIN * self.gradients) << (FACTOR_BITS + SCORE_BITS - COUNT_BITS)
        steps = gradients // (self.curvatures + FACTOR_PRIOR)
        self.factors[:] = (self.factors + steps).clip(0, MOST_FACTOR)
        self.gradients[:] = 0


@dataclass(frozen=True, slots=True)
class _Tilted:
    """Distributions of a channel of N pixels.

    least, most  int64[N]         what the level can be
    lowest       int64[N]         the first level that is tilted
    count        int64[N]         how many are, at most S
    bounds       int64[N, S + 1]  where these begin in the mixture, and behind the last one where it ends
    sums         int64[N, S + 1]  the same times weights
    total        int64[N]         of all levels' frequencies times weights
    places       int64[N, S, k]   where the scores of these levels are, among all; -1 beyond the last
    scores       int64[N, S, k]   these
    usual        the weight of what is not tilted
    """

    least: Integers
    most: Integers
    lowest: Integers
    count: Integers
    bounds: Integers
    sums: Integers
    total: Integers
    places: Integers
    scores: Integers
    usual: int

    def begin(self, level: Integers, start: Integers) -> Integers:
        """Where a level begins on the scale WHOLE: int64[N], from where it begins in the mixture."""
        at, rows = level - self.lowest, np.arange(len(level))
        sums = self.sums[rows, np.clip(at, 0, self.count)]
        beyond = self.sums[rows, self.count] + self.usual * (start - self.bounds[rows, self.count])
        sums = np.where(at < 0, self.usual * start, np.where(at > self.count, beyond, sums))
        found: Integers = level - self.least + sums * (WHOLE - (self.most - self.least + 1)) // self.total
        return found

    def repeated(self, i: int, count: int) -> _Tilted:
        """A pixel's, count times."""
        rows = np.full(count, i)
        return _Tilted(
            self.least[rows],
            self.most[rows],
            self.lowest[rows],
            self.count[rows],
            self.bounds[rows],
            self.sums[rows],
            self.total[rows],
            self.places[rows],
            self.scores[rows],
            self.usual,
        )


class Tilt:
    """Of one batch. For each step and channel intervals() or pop(); learn() after each lesson."""

    def __init__(self, tables: LogisticTables, colours: Colours) -> None:
        self._tables, self._colours = tables, colours
        self.counts = Counts.none()

    def intervals(
        self,
        channel: int,
        params: NDArray[np.int16],
        centres: NDArray[np.int16],
        moments: Moments,
        levels: NDArray[np.int16],
    ) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """(starts, freqs), uint32[N], of a channel of levels int16[N, 3], those before it known; and learn from them.

        params, centres  int16[N, 3 K], int16[N], as in coding/mixture.py
        moments          of these mixtures, as Blend has them
        """
        tilted = self._tilted(channel, params, centres, moments, levels)
        symbols = levels[:, channel].astype(np.int64)
        starts, ends = self._ends_of(channel, params, centres, levels, symbols)
        starts, ends = tilted.begin(symbols, starts), tilted.begin(symbols + 1, ends)
        self._note(channel, tilted, symbols)
        return starts.astype(np.uint32), (ends - starts).astype(np.uint32)

    def pop(
        self,
        message: Message,
        channel: int,
        params: NDArray[np.int16],
        centres: NDArray[np.int16],
        moments: Moments,
        levels: NDArray[np.int16],
    ) -> NDArray[np.int32]:
        """int32[N], the channel's levels, the first one first. Raises EmptyMessage."""
        tilted, found = self._tilted(channel, params, centres, moments, levels), np.empty(len(params), np.int64)
        for i in range(len(params)):
            every = np.arange(tilted.least[i], tilted.most[i] + 1)
            rows = np.full(len(every), i)
            starts, _ = self._ends_of(channel, params[rows], centres[rows], levels[rows], every)
            starts = np.append(tilted.repeated(i, len(every)).begin(every, starts), WHOLE)
            at = int(np.searchsorted(starts, message.peek(), "right")) - 1
            message.pop_interval(int(starts[at]), int(starts[at + 1] - starts[at]))
            found[i] = every[at]
        self._note(channel, tilted, found)
        return found.astype(np.int32)

    def learn(self) -> None:
        """From now on expect what has turned up so far."""
        self.counts.learn()

    def _tilted(
        self,
        channel: int,
        params: NDArray[np.int16],
        centres: NDArray[np.int16],
        moments: Moments,
        levels: NDArray[np.int16],
    ) -> _Tilted:
        least, most = channel_ends(self._colours, channel, levels).T.astype(np.int64)
        means = moments[0]
        middle = (centres + ((means + STEPS // 2) // STEPS)).clip(least, most)
        lowest, highest = np.maximum(middle - ASIDE, least), np.minimum(middle + ASIDE, most)
        every = lowest[:, None] + np.arange(int((highest - lowest).max(initial=0)) + 1)
        is_one = every <= highest[:, None]
        every = np.minimum(every, highest[:, None])  # those beyond the last one weigh nothing
        starts, ends = self._ends_of(channel, params, centres, levels, every)
        starts = np.where(is_one, starts, ends)
        shapes = _shapes(channel, STEPS * (every - centres[:, None]) - means[:, None], moments[1])
        places = np.concatenate([self._places(channel, levels, every), shapes[..., None]], -1)
        places = np.where(is_one[..., None], places, -1)
        scores = np.where(places >= 0, self.counts.scores.reshape(-1)[places], 0)
        factors = self.counts.factors[self._kinds(channel)]
        weights = np.where(is_one, self._weights((factors * scores).sum(-1) >> FACTOR_BITS), 0)
        usual = int(self._weights(np.zeros(1, np.int64))[0])
        sums = np.concatenate([usual * starts[:, :1], weights * (ends - starts)], 1).cumsum(1)
        total = sums[:, -1] + usual * (WHOLE - ends[:, -1])
        bounds = np.append(starts, ends[:, -1:], 1)
        return _Tilted(least, most, lowest, highest - lowest + 1, bounds, sums, total, places, scores, usual)

    def _ends_of(
        self,
        channel: int,
        params: NDArray[np.int16],
        centres: NDArray[np.int16],
        levels: NDArray[np.int16],
        every: Integers,
    ) -> tuple[Integers, Integers]:
        """Where levels, int64[N] or [N, S], begin and end in their pixels' mixtures; the last one's next one too."""
        ends, (lowest, count) = channel_ends(self._colours, channel, levels), PIXEL_SUPPORT[channel]
        wide = every[:, None] if every.ndim == 1 else every
        size = wide.shape[1]
        asked = np.minimum(wide, ends[:, 1:])
        starts, freqs = mixture_intervals(
            asked.reshape(-1).astype(np.int32),
            np.repeat(params, size, 0),
            np.repeat(centres, size),
            lowest,
            count,
            self._tables,
            np.repeat(ends, size, 0),
        )
        begin = starts.astype(np.int64).reshape(every.shape)
        end = begin + freqs.reshape(every.shape)
        return np.where(every > asked.reshape(every.shape), end, begin), end

    def _kinds(self, channel: int) -> list[int]:
        """The first rows of what a channel's levels are scored by, in the order of places."""
        coloured = channel == len(PIXEL_SUPPORT) - 1 and self._colours is not Colours.JPEG
        return [channel, *(range(COLOUR, PHASE + 1) if coloured else ()), SHAPE + channel]

    def _places(self, channel: int, levels: NDArray[np.int16], every: Integers) -> Integers:
        """int64[N, S, k], where among all scores those of candidates are, but of shapes."""
        if channel == 0:
            return every[..., None]
        own = channel * LEVELS + SIGNED + every
        if channel == 1 or self._colours is Colours.JPEG:
            return own[..., None]
        whole = np.broadcast_arrays(levels[:, :1].astype(np.int64), levels[:, 1:2].astype(np.int64), every)
        found = colour_places(*np.moveaxis(to_rgb(np.stack(whole, -1)), -1, 0))
        return np.stack([own, *((COLOUR + k) * LEVELS + place for k, place in enumerate(found))], -1)

    def _weights(self, scores: Integers) -> Integers:
        """What frequencies are multiplied with."""
        exp = self._tables.exp.astype(np.int64)
        to_sixteenths = SCORE_BITS - 4
        steps = MOST_WEIGHT - ((scores + (1 << (to_sixteenths - 1))) >> to_sixteenths)
        found: Integers = (exp[steps.clip(0, len(exp) - 1)] >> WEIGHT_SHIFT).clip(1, WEIGHT_END)
        return found

    def _note(self, channel: int, tilted: _Tilted, symbols: Integers) -> None:
        """Count what was expected of levels, and what turned up."""
        counts, kinds = self.counts, tilted.places.shape[-1]
        expected = (np.diff(tilted.sums, axis=1) * ((1 << 60) // tilted.total)[:, None]) >> (60 - COUNT_BITS)
        is_one = tilted.places[..., 0] >= 0
        places, each = tilted.places[is_one], np.repeat(expected[is_one][:, None], kinds, 1)
        np.add.at(counts.expected.reshape(-1), places, each)
        np.add.at(counts.surplus.reshape(-1), places, -each)
        at = symbols - tilted.lowest
        rows = np.flatnonzero((at >= 0) & (at < tilted.count))
        np.add.at(counts.surplus.reshape(-1), tilted.places[rows, at[rows]], 1 << COUNT_BITS)
        means, squares = ((expected[..., None] * tilted.scores**power).sum(1) for power in (1, 2))
        found, kept = (tilted.scores[rows, at[rows]] << COUNT_BITS).sum(0), self._kinds(channel)
        counts.gradients[kept] += found - means.sum(0)
        counts.curvatures[kept] += ((squares - (means * means >> COUNT_BITS)) >> COUNT_BITS).sum(0)


def colour_places(red: Integers, green: Integers, blue: Integers) -> tuple[Integers, ...]:
    """What a colour is scored by: ten places, int64 like the levels.

    Red, green and blue; their differences; Y, Cb and Cr of JPEG files, in quarters of a level, for pictures that were
    changed in these; remainders by 8 together; and how far Y, Cb and Cr are from whole levels, in sixteenths, together:
    near them in pictures that were a JPEG, and were little changed since.
    """
    y = 77 * red + 150 * green + 29 * blue
    cb, cr = 128 * blue - 85 * green - 43 * red, 128 * red - 107 * green - 21 * blue
    return (
        red,
        green,
        blue,
        red - green + SIGNED,
        green - blue + SIGNED,
        y >> 6,
        (cb >> 6) + CHROMA,
        (cr >> 6) + CHROMA,
        (red & 7) << 6 | (green & 7) << 3 | blue & 7,
        ((y + 8) >> 4 & 15) << 8 | ((cb + 8) >> 4 & 15) << 4 | (cr + 8) >> 4 & 15,
    )


def _shapes(channel: int, away: Integers, variances: Integers) -> Integers:
    """int64[N, S], where among all scores those of levels so far from the means are, in 1 / STEPS."""
    deviations = np.sqrt(variances.astype(np.float64)).astype(np.int64)[:, None]
    whole = ((2 * away + deviations) * ((1 << RECIPROCAL_BITS) // (2 * deviations))) >> RECIPROCAL_BITS
    widths = (np.frexp(variances.astype(np.float64))[1].astype(np.int64) - 1 - NARROWEST).clip(0, WIDTHS - 1)
    found: Integers = (2 * AWAY + 1) * widths[:, None] + AWAY + whole.clip(-AWAY, AWAY)
    return (SHAPE + channel) * LEVELS + found
