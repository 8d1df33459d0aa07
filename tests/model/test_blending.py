"""Means move towards what proves right, by shares that both forms learn alike."""

import numpy as np
import pytest

from bitswap_app.coding.tables import build_tables
from bitswap_app.model import _blending_kernel
from bitswap_app.model.blending import (
    DEVIATIONS,
    FIRST_SHARES,
    KINDS,
    LEAST_VARIANCE,
    WHOLE,
    Blend,
    first_sums,
    moments_of,
    shares_of,
    spreads_of,
)
from bitswap_app.model.local_squares import STEPS

TABLES = build_tables()
COUNT, COMPONENTS = 600, 5
SPREADS = spreads_of(TABLES)


@pytest.fixture
def mixtures():
    """(params, centres, predictions, errors beside, residuals) of pixels of all kinds."""
    random = np.random.default_rng(3)
    logits = random.integers(-60, 60, (COUNT, COMPONENTS))
    offsets = random.integers(-80, 80, (COUNT, COMPONENTS))
    scales = random.integers(20, 110, (COUNT, COMPONENTS))
    params = np.concatenate([logits, offsets, scales], 1).astype(np.int16)
    centres = random.integers(0, 256, COUNT).astype(np.int16)
    predictions = STEPS * centres.astype(np.int64) + random.integers(-200, 200, COUNT)
    beside = random.integers(0, 1500, COUNT)
    return params, centres, predictions, beside, random.integers(-12, 13, COUNT)


def test_moments_are_those_of_the_mixtures(mixtures):
    params = mixtures[0]
    logits, offsets, scales = (params[:, i * COMPONENTS : (i + 1) * COMPONENTS].astype(float) for i in range(3))
    weights = np.exp(logits / 16)
    weights /= weights.sum(1, keepdims=True)
    spread = np.pi**2 / 3 * (16 * np.exp(-3.5 + scales / 16)) ** 2
    mean = (weights * offsets).sum(1)
    variance = (weights * (offsets**2 + spread)).sum(1) - mean**2
    found, variances = moments_of(params, TABLES, SPREADS)
    np.testing.assert_allclose(found, mean, atol=1.1)
    np.testing.assert_allclose(variances - LEAST_VARIANCE, variance, rtol=0.02, atol=200)  # means are rounded down


def test_shares_begin_as_they_are_said_to():
    assert shares_of(first_sums()).tolist() == [list(FIRST_SHARES)] * 3


def test_means_move_towards_predictions_and_no_further(mixtures):
    params, centres, predictions, beside, _ = mixtures
    found = Blend(TABLES).blend(1, params, centres, predictions, beside)
    means, variances = moments_of(params, TABLES, SPREADS)
    shifts = found[:, COMPONENTS : 2 * COMPONENTS] - params[:, COMPONENTS : 2 * COMPONENTS]
    assert (shifts == shifts[:, :1]).all()
    away = predictions - STEPS * centres - means
    assert (np.sign(shifts[:, 0]) * np.sign(away) >= 0).all()
    assert (np.abs(shifts[:, 0]) <= np.minimum(np.abs(away), DEVIATIONS * np.sqrt(variances)) + 1).all()
    assert (found != params).any()
    others = np.delete(np.arange(3 * COMPONENTS), np.s_[COMPONENTS : 2 * COMPONENTS])
    np.testing.assert_array_equal(found[:, others], params[:, others])


@pytest.mark.parametrize(("right", "wanted"), [(True, WHOLE), (False, 0)])
def test_shares_follow_what_proves_right(mixtures, right, wanted):
    """A prediction that is always right is followed all the way in the end, one that is noise not at all."""
    params, centres, predictions, beside, residuals = mixtures
    residuals = residuals + moments_of(params, TABLES, SPREADS)[0] // STEPS  # what the network misses is noise
    blend, levels = Blend(TABLES), centres + residuals
    for _ in range(200):
        blend.blend(0, params, centres, STEPS * levels if right else predictions, beside)
        blend.note(0, residuals)
    blend.learn()
    shares = blend._shares[0]
    assert len(shares) == KINDS
    assert np.abs(shares - wanted).max() < 0.25 * WHOLE


def test_both_forms_give_the_same_integers(mixtures):
    params, centres, predictions, beside, residuals = mixtures
    plain, sums, moved = Blend(TABLES), first_sums(), np.zeros((COUNT, 4), np.int64)
    asked = np.zeros((1, COUNT, 1, 3, 2), np.int16)
    places = np.stack([np.zeros(COUNT), np.arange(COUNT), np.zeros(COUNT)], 1).astype(np.int32)
    for channel in (0, 2, 2):
        asked[0, :, 0, channel] = np.stack([predictions, beside], 1)
        wanted = plain.blend(channel, params, centres, predictions, beside)
        found = params.copy()
        _blending_kernel.blend(
            asked, SPREADS, shares_of(sums), moved, channel, places, centres, (0,) * COMPONENTS, TABLES.exp, found
        )
        np.testing.assert_array_equal(found, wanted)
        plain.note(channel, residuals)
        three = np.repeat(residuals[:, None], 3, 1).astype(np.int16)
        _blending_kernel.note(sums, moved, channel, three, COUNT)
        plain.learn()
        np.testing.assert_array_equal(sums, plain._sums)
