"""Residuals that tell of others nearby are corrected for, by coefficients that both forms learn alike."""

import numpy as np
import pytest
from tiny_model import picture

from bitswap_app.coding.colour import Colours, channel_ends, is_settled, to_ycocg
from bitswap_app.coding.tables import build_tables
from bitswap_app.coding.wavefront import wavefront_counts, wavefront_rows
from bitswap_app.model import _regression_kernel
from bitswap_app.model.blending import moments_of, spreads_of
from bitswap_app.model.config import STANDARD
from bitswap_app.model.context import regions_alone
from bitswap_app.model.local_squares import STEPS
from bitswap_app.model.regression import (
    COEFFICIENT_BITS,
    COUNTS,
    GUESSED,
    PROVED,
    RIDGE,
    SHARE_BITS,
    Regression,
    first_proofs,
    shares_of,
    solution,
    widths,
)

TABLES = build_tables()
SPREADS = spreads_of(TABLES)
SLOPE, COMPONENTS = STANDARD.slope, 2
SIDES = 40, 56
LESSON = 20  # steps


def regions_of(levels, colours=Colours.YCOCG):
    """Of one picture's levels, int[H, W, 3]."""
    height, width, _ = levels.shape
    sides = (np.array([side], np.int64) for side in (height, width))
    return regions_alone(STANDARD, levels[None].astype(np.int16), *sides, np.zeros((1, 2), np.int64), colours)


def steps_of(regions, slope):
    """The pixels of each step, and whether a lesson ends there."""
    for step in range(len(wavefront_counts(regions.firsts, regions.lasts, slope))):
        yield wavefront_rows(step, regions.firsts, regions.lasts, slope), step % LESSON == LESSON - 1


def mixtures(count, scale):
    """int16[N, 3 K] around their centres."""
    return np.tile(np.array([0, 0, -8, 8, scale, scale], np.int16), (count, 1))


def corrected(levels, centres, scale, slope=SLOPE):
    """(means int64[H, W, 3] as corrected, the Regression), in STEPS; mixtures of that scale are at centres."""
    regions, found = regions_of(levels), np.zeros(levels.shape, np.int64)
    regression = Regression(regions, slope)
    for at, is_last in steps_of(regions, slope):
        regression.begin(at)
        own, middles = regions.inside[at], centres[at[1], at[2]]
        for c in range(3):
            params = mixtures(len(own), scale)
            moments = moments_of(params, TABLES, SPREADS)
            regression.correct(c, params, moments, middles[:, c].astype(np.int16), own)
            found[at[1], at[2], c] = STEPS * middles[:, c] + regression.moments[0]
            regression.note(c, own[:, c] - middles[:, c].astype(np.int16))
        if is_last:
            regression.learn()
    return found, regression


def noise(seed, along=0.0, across=0.0):
    """int64[H, W, 3] in levels: of Y along rows, and in Co from Y, what one says of another."""
    random = np.random.default_rng(seed)
    found = random.normal(0, 5, (*SIDES, 3))
    for x in range(1, SIDES[1]):
        found[:, x, 0] += along * found[:, x - 1, 0]
    found[..., 1] += across * found[..., 0]
    return np.rint(found).astype(np.int64)


MIDDLES = np.broadcast_to(np.array([128, 0, 0]), (*SIDES, 3))


def gain(levels):
    """Variance that is left, of what was missed, in the lower half: float[3]."""
    means, _ = corrected(levels, MIDDLES, 80)
    before, after = (STEPS * levels - part for part in (STEPS * MIDDLES, means))
    lower = slice(SIDES[0] // 2, None)
    return (after[lower] ** 2).mean((0, 1)) / (before[lower] ** 2).mean((0, 1))


def test_what_neighbours_and_channels_before_tell_is_corrected_for():
    luma, orange, lime = gain(MIDDLES + noise(1, along=0.8, across=0.7))
    assert luma < 0.75
    assert orange < 0.75
    assert 0.95 < lime < 1.06


def test_noise_stays_as_it_is():
    assert (gain(MIDDLES + noise(2)) < 1.06).all()


def test_mixtures_that_reach_the_ends_stay_where_they_are():
    """Their means are beyond what a level can be, which would look like something to correct: levels of black."""
    levels = np.zeros((*SIDES, 3), np.int64)
    centres = levels + np.array([1, 0, 0])
    means, regression = corrected(levels, centres, 80)
    np.testing.assert_array_equal(means, STEPS * centres)
    assert not any(products.any() for products in regression.products)


@pytest.mark.parametrize("slope", [1, SLOPE])
@pytest.mark.parametrize("colours", list(Colours))
def test_both_forms_give_the_same_integers(slope, colours):
    pixels = picture(30, 41)
    levels = to_ycocg(pixels)
    if colours is Colours.GREY:
        levels[..., 1:] = 0
    regions, random = regions_of(levels, colours), np.random.default_rng(5)
    up, left, _ = regions.border
    plain = Regression(regions, slope)
    own = _regression_kernel.new_regressed((1, *levels.shape[:2]), slope, up, left, levels.shape[0])
    for at, is_last in steps_of(regions, slope):
        plain.begin(at)
        count, known = len(at[0]), regions.inside[at]
        centres = known + np.rint(random.laplace(0, 3, (count, 3))).astype(np.int16)
        residuals, places = known - centres, np.stack(at, 1).astype(np.int32)
        for c in range(3):
            if is_settled(colours, c):
                continue
            params = mixtures(count, 70) + random.integers(-9, 9, (count, 3 * COMPONENTS)).astype(np.int16)
            means, variances = moments_of(params, TABLES, SPREADS)
            wanted = plain.correct(c, params, (means.copy(), variances), centres[:, c], known)
            ends = channel_ends(colours, c, known)
            _regression_kernel.correct(
                own,
                regions.levels,
                c,
                places,
                np.ascontiguousarray(centres.T),
                residuals,
                ends,
                means,
                variances,
                COMPONENTS,
                params,
            )
            np.testing.assert_array_equal(params, wanted)
            np.testing.assert_array_equal(means, plain.moments[0])
            plain.note(c, residuals[:, c])
            _regression_kernel.note(own, c, places, residuals)
        if is_last:
            plain.learn()
            _regression_kernel.learn(own)
    for c, count in enumerate(COUNTS):
        np.testing.assert_array_equal(own.products[c, : count + 1, : count + 1], plain.products[c])
        np.testing.assert_array_equal(own.coefficients[c, :count], plain.coefficients[c])
    np.testing.assert_array_equal(own.proofs, plain.proofs)
    assert own.coefficients[0].any()


def test_coefficients_are_those_of_ridge_regression():
    random = np.random.default_rng(3)
    x = np.rint(random.normal(0, 30, (900, 7)))
    y = np.rint(x @ np.array([0.5, -0.25, 0.1, 0, 0, 1, -1]) + random.normal(0, 20, 900))
    both = np.column_stack([x, y])
    wanted = np.linalg.solve(x.T @ x + RIDGE * np.eye(7), x.T @ y)
    np.testing.assert_allclose(solution(np.tril(both.T @ both)) / (1 << COEFFICIENT_BITS), wanted, atol=2e-4)
    assert not solution(np.zeros((8, 8))).any()


def test_shares_begin_as_they_are_said_to():
    assert shares_of(first_proofs()).tolist() == [PROVED * (1 << SHARE_BITS) // GUESSED] * 3


def test_widths_are_logarithms():
    variances = np.array([64, 65, 100, 1600, 4000, 1 << 30])
    wanted = 16 * np.log2(variances) - 170
    np.testing.assert_allclose(widths(variances), wanted.clip(-64, 64), atol=2)
