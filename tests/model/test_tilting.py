"""Levels that turn up more often than expected become likelier, by scores that both forms learn alike."""

from dataclasses import fields

import numpy as np
import pytest

from bitswap_app.coding.colour import Colours, channel_ends, to_ycocg
from bitswap_app.coding.message import PRECISION, Message
from bitswap_app.coding.mixture import mixture_intervals
from bitswap_app.coding.tables import build_tables
from bitswap_app.model import _tilting_kernel
from bitswap_app.model._mixtures import Mixtures
from bitswap_app.model.blending import moments_of, spreads_of
from bitswap_app.model.config import PIXEL_SUPPORT
from bitswap_app.model.tilting import (
    ASIDE,
    COLOUR,
    COUNT_BITS,
    FACTOR_BITS,
    LEAST_SCORE,
    MOST_SCORE,
    PHASE,
    SHAPE,
    SIGNED,
    Counts,
    Tilt,
)

TABLES = build_tables()
SPREADS = spreads_of(TABLES)
COUNT, COMPONENTS = 150, 3


def levels_of(kind, count=COUNT, seed=1):
    """int16[N, 3], of colours everywhere in the cube, or of those with even levels of red, green and blue alone."""
    rgb = np.random.default_rng(seed).integers(0, 256, (count, 3)).astype(np.uint8)
    rgb[::7] = rgb[::7, :1] // 200 * 255  # black and white too, whose levels are at their ends
    return to_ycocg(rgb & 0xFE if kind == "even" else rgb)


def mixtures_near(levels, channel, spread=8, seed=2):
    """(params, centres) of mixtures somewhere about a channel's levels; a few far from them."""
    random, count = np.random.default_rng(seed), len(levels)
    logits = random.integers(-20, 20, (count, COMPONENTS))
    offsets = random.integers(-16 * spread, 16 * spread, (count, COMPONENTS))
    scales = random.integers(40, 100, (count, COMPONENTS))
    lowest, size = PIXEL_SUPPORT[channel]
    centres = levels[:, channel] + random.integers(-spread, spread, count)
    centres[::11] += 60
    params = np.concatenate([logits, offsets, scales], 1).astype(np.int16)
    return params, centres.clip(lowest, lowest + size - 1).astype(np.int16)


def moments(params):
    return moments_of(params, TABLES, SPREADS)


def logistic(scale, centres, random):
    """int16[N, 3]: levels of Y about centres, of a scale in levels."""
    levels = np.zeros((len(centres), 3), np.int16)
    levels[:, 0] = np.rint(centres + random.logistic(0, scale, len(centres)))
    return levels


def wide(count):
    """Of mixtures with a scale of 4 levels."""
    return np.tile(np.array([0] * 2 * COMPONENTS + [78] * COMPONENTS, np.int16), (count, 1))


def taught(colours=Colours.YCOCG, rounds=40):
    """A Tilt that has seen even levels."""
    tilt = Tilt(TABLES, colours)
    for seed in range(rounds):
        levels = levels_of("even", seed=seed)
        for channel in range(3):
            params, centres = mixtures_near(levels, channel, seed=seed)
            tilt.intervals(channel, params, centres, moments(params), levels)
        tilt.learn()
    return tilt


def bits(freqs):
    return (PRECISION - np.log2(freqs)).sum()


@pytest.mark.parametrize("channel", range(3))
@pytest.mark.parametrize("tilt", [Tilt(TABLES, Colours.YCOCG), taught()], ids=["new", "taught"])
def test_intervals_fill_the_scale_without_gaps(tilt, channel):
    """Whatever a level is, given those of the channels before: each interval begins where the one before it ends."""
    levels = levels_of("any", 4)
    params, centres = mixtures_near(levels, channel)
    tilted = tilt._tilted(channel, params, centres, moments(params), levels)
    for i in range(len(levels)):
        own = np.arange(tilted.least[i], tilted.most[i] + 1)
        every = np.repeat(levels[i : i + 1], len(own), 0)
        every[:, channel] = own
        rows = np.full(len(own), i)
        starts, freqs = tilt.intervals(channel, params[rows], centres[rows], moments(params[rows]), every)
        assert starts[0] == 0
        assert (freqs >= 1).all()
        np.testing.assert_array_equal(np.cumsum(freqs)[:-1], starts[1:])
        assert starts[-1] + freqs[-1] == 1 << PRECISION


@pytest.mark.parametrize("channel", range(3))
def test_without_knowledge_probabilities_are_the_mixtures(channel):
    levels = levels_of("any")
    params, centres = mixtures_near(levels, channel)
    _, found = Tilt(TABLES, Colours.YCOCG).intervals(channel, params, centres, moments(params), levels)
    ends = channel_ends(Colours.YCOCG, channel, levels)
    _, wanted = mixture_intervals(
        levels[:, channel].astype(np.int32), params, centres, *PIXEL_SUPPORT[channel], TABLES, ends
    )
    np.testing.assert_allclose(found, wanted, rtol=1e-3, atol=2)


def test_levels_that_a_picture_lacks_become_unlikely():
    """Of pictures of even levels each of red, green and blue is worth up to a bit, all of which Cg tells."""
    levels, tilt = levels_of("even", seed=77), taught()
    params, centres = mixtures_near(levels, 2)
    before = bits(Tilt(TABLES, Colours.YCOCG).intervals(2, params, centres, moments(params), levels)[1])
    after = bits(tilt.intervals(2, params, centres, moments(params), levels)[1])
    assert after < before - 0.8 * COUNT
    even, odd = (tilt.counts.scores[COLOUR : COLOUR + 3, first:256:2].mean() for first in (0, 1))
    assert even > 0 > odd


def test_colours_of_a_jpeg_decoder_become_likely():
    """Those are near whole levels of Y, Cb and Cr, which the phases tell, though each level of red is as frequent."""
    tilt, costs = Tilt(TABLES, Colours.YCOCG), []
    for seed in range(60):
        random = np.random.default_rng(seed)
        y, cb, cr = random.integers(60, 190, COUNT), *random.integers(-30, 30, (2, COUNT))
        rgb = np.rint(np.stack([y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb], 1))
        levels = to_ycocg(rgb.clip(0, 255).astype(np.uint8))
        params, centres = mixtures_near(levels, 2, seed=seed)
        costs.append(bits(tilt.intervals(2, params, centres, moments(params), levels)[1]))
        tilt.learn()
    assert np.mean(costs[-10:]) < np.mean(costs[:3]) - 0.5 * COUNT
    phases = tilt.counts.scores[PHASE:SHAPE].reshape(16, 16, 16)  # of Y, Cb and Cr
    assert phases[0, 0, 0] > 0 > phases[8, 8, 8]


def test_red_green_and_blue_are_not_those_of_a_jpeg_decoder_s_levels():
    assert not taught(Colours.JPEG, rounds=2).counts.expected[COLOUR:SHAPE].any()
    assert taught(Colours.YCOCG, rounds=2).counts.expected[COLOUR:SHAPE].any()


def test_what_is_expected_of_levels_is_what_they_are_likely_to_be():
    """Sums of what is expected are those of what is tilted, and scores stay within their limits."""
    tilt, levels = Tilt(TABLES, Colours.YCOCG), levels_of("any")
    params, centres = mixtures_near(levels, 0)
    tilt.intervals(0, params, centres, moments(params), levels)
    counts = tilt.counts
    assert 0.5 * COUNT < counts.expected[0].sum() / (1 << COUNT_BITS) <= COUNT
    means, _ = moments(params)
    within = np.abs(levels[:, 0] - (centres + (means + 8) // 16)) <= ASIDE
    balance = counts.surplus[0].sum() + counts.expected[0].sum()
    assert balance == np.count_nonzero(within) << COUNT_BITS
    for _ in range(50):
        counts.surplus[0, :256] = -(1 << 40)
        counts.surplus[1] = 1 << 40
        counts.learn()
    assert (counts.scores[0, :256] == LEAST_SCORE).all()
    assert (counts.scores[1] == MOST_SCORE).all()
    assert not counts.surplus.any()


@pytest.mark.parametrize("colours", [Colours.YCOCG, Colours.JPEG])
def test_popping_gives_levels_back_and_learns_the_same(colours):
    pushed, popped = taught(colours, 3), taught(colours, 3)
    levels = levels_of("any", 40)
    for channel in range(3):
        params, centres = mixtures_near(levels, channel)
        starts, freqs = pushed.intervals(channel, params, centres, moments(params), levels)
        message = Message.from_bytes(bytes(range(1, 30)))
        before = message.copy()
        message.push_intervals(starts, freqs)
        known = levels.copy()
        known[:, channel:] = 0
        found = popped.pop(message, channel, params, centres, moments(params), known)
        np.testing.assert_array_equal(found, levels[:, channel])
        assert message == before
    for found, wanted in zip(parts(popped.counts), parts(pushed.counts), strict=True):
        np.testing.assert_array_equal(found, wanted)


def arguments(tilt, channel, levels, params, centres):
    """What the kernels take for the same pixels."""
    tilting = _tilting_kernel.new_tilting(Counts(*(part.copy() for part in parts(tilt.counts))), COMPONENTS)
    lowest, counts = (np.array(part, np.int64) for part in zip(*PIXEL_SUPPORT, strict=True))
    mixtures = Mixtures(
        lowest, counts, TABLES.cdf_beyond, TABLES.inverse_scale, TABLES.exp, TABLES.quantiles, (0,) * COMPONENTS
    )
    guesses = np.zeros((3, len(levels)), np.int16)
    guesses[channel] = centres
    residuals = (levels - guesses.T).astype(np.int16)
    return tilting, mixtures, guesses, residuals, moments(params), channel_ends(tilt._colours, channel, levels)


def parts(counts):
    return [getattr(counts, field.name) for field in fields(Counts)]


def assert_alike(tilting, tilt):
    """What both forms have learnt."""
    for found, plain in zip(parts(_tilting_kernel.counts_of(tilting)), parts(tilt.counts), strict=True):
        np.testing.assert_array_equal(found, plain)


@pytest.mark.parametrize("colours", [Colours.YCOCG, Colours.JPEG])
@pytest.mark.parametrize("channel", range(3))
def test_both_forms_give_the_same_integers(channel, colours):
    tilt, levels = taught(colours, 3), levels_of("any")
    params, centres = mixtures_near(levels, channel)
    tilting, mixtures, guesses, residuals, both, ends = arguments(tilt, channel, levels, params, centres)
    symbols = levels[:, channel].astype(np.int32)
    starts, freqs = np.empty((2, COUNT), np.uint32)
    assert (
        _tilting_kernel.intervals(
            tilting, mixtures, int(colours), channel, symbols, params, guesses, residuals, *both, ends, starts, freqs
        )
        == 0
    )
    wanted = tilt.intervals(channel, params, centres, moments(params), levels)
    np.testing.assert_array_equal(starts, wanted[0])
    np.testing.assert_array_equal(freqs, wanted[1])
    assert_alike(tilting, tilt)


@pytest.mark.parametrize("channel", range(3))
def test_kernels_pop_what_they_would_push(channel):
    tilt, levels = taught(rounds=3), levels_of("any")
    params, centres = mixtures_near(levels, channel)
    tilting, mixtures, guesses, residuals, both, ends = arguments(tilt, channel, levels, params, centres)
    message = Message.from_bytes(bytes(range(1, 40)))
    before = message.copy()
    message.push_intervals(*tilt.intervals(channel, params, centres, moments(params), levels))
    order = np.arange(COUNT, dtype=np.int32)
    symbols, freqs = np.empty(COUNT, np.int32), np.empty(COUNT, np.uint32)
    message.pop_with(
        _tilting_kernel.pop,
        tilting,
        mixtures,
        0,
        channel,
        order,
        params,
        guesses,
        residuals,
        *both,
        ends,
        symbols,
        freqs,
    )
    np.testing.assert_array_equal(symbols, levels[:, channel])
    assert message == before
    assert_alike(tilting, tilt)


def test_levels_without_a_sign_have_places_from_0_on():
    """Red 0 and Y 0 are the first of their kinds, Co 0 and Cg 0 in the middle."""
    tilt = Tilt(TABLES, Colours.YCOCG)
    levels = np.zeros((1, 3), np.int16)
    params = np.array([[0] * COMPONENTS + [0] * COMPONENTS + [30] * COMPONENTS], np.int16)
    for channel in range(3):
        tilt.intervals(channel, params, np.zeros(1, np.int16), moments(params), levels)
    likeliest = tilt.counts.expected.argmax(1)
    assert likeliest[: COLOUR + 3].tolist() == [0, SIGNED, SIGNED, 0, 0, 0]


def test_shapes_that_are_not_the_pictures_are_mended():
    """Mixtures twice as wide as they should be cost less once they have been seen for a while."""
    random, tilt, costs = np.random.default_rng(5), Tilt(TABLES, Colours.YCOCG), []
    for _ in range(60):
        centres = random.integers(60, 180, COUNT).astype(np.int16)
        levels, params = logistic(2, centres, random), wide(COUNT)
        costs.append(bits(tilt.intervals(0, params, centres, moments(params), levels)[1]))
        tilt.learn()
    assert np.mean(costs[-20:]) < costs[0] - 0.1 * COUNT


@pytest.mark.parametrize("even", [False, True])
def test_scores_count_for_less_where_they_tell_nothing(even):
    """Which levels noise had too often is chance; that it has even ones is not."""
    random, tilt, params = np.random.default_rng(6), Tilt(TABLES, Colours.YCOCG), wide(COUNT)
    for _ in range(100):
        centres = random.integers(100, 110, COUNT).astype(np.int16)
        levels = logistic(4, centres, random)
        tilt.intervals(0, params, centres, moments(params), levels & ~1 if even else levels)
        tilt.learn()
    factor = tilt.counts.factors[0] / (1 << FACTOR_BITS)
    assert factor > 2 if even else factor < 0.5
    assert (tilt.counts.factors[1:3] == 1 << FACTOR_BITS).all()  # of channels that were not coded
