"""What a pixel sees: equal to the reference, and nothing that a decoder does not know yet."""

from dataclasses import replace

import numpy as np
import pytest
import reference
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding.wavefront import wavefront_counts, wavefront_rows
from bitswap_app.model.config import STANDARD, TINY, UNIT, WindowRow
from bitswap_app.model.context import ContextGatherer, Regions, border_of, experts_of, predict, regions_alone

CONFIGS = {
    "tiny": TINY,
    "standard": STANDARD,
    "no grid": replace(TINY, grid=0),
    "far": replace(TINY, window=(WindowRow(0, -3, -2), WindowRow(2, -4, 5), WindowRow(3, 2, 4)), grid=5),
}
HEIGHT, WIDTH = 7, 9
seeds = st.integers(0, 2**32 - 1)


def staircase(rng):
    """(known, firsts, lasts): tiles of 3 x 4 in raster order, of which some are known and the next ones coded.

    known is bool[H, W], with the pixels that are coded.
    """
    order = (np.arange(HEIGHT)[:, None] // 3) * 3 + np.arange(WIDTH) // 4
    begin, end = sorted(rng.choice(int(order.max()) + 2, 2, replace=False))
    coded = (order >= begin) & (order < end)
    firsts, lasts = coded.argmax(1), np.where(coded.any(1), WIDTH - coded[:, ::-1].argmax(1), 0)
    return order < end, firsts[None].astype(np.int64), lasts[None].astype(np.int64)


def random_regions(config, seed):
    """A region within what is known around it, with levels of any colours at all, garbage where nothing is known."""
    rng, border = np.random.default_rng(seed), border_of(config)
    up, left, right = border
    shape = (1, up + HEIGHT, left + WIDTH + right)
    luma, chroma = rng.integers(0, 256, shape), rng.integers(-255, 256, (*shape, 2))
    levels = np.concatenate([luma[..., None], chroma, np.zeros((*shape, 1), int)], -1).astype(np.int16)
    known, firsts, lasts = staircase(rng)
    levels[0, up:, left : left + WIDTH, 3] = UNIT * known
    phases = rng.integers(0, max(1, config.grid), (1, 2))
    return Regions(levels, firsts, lasts, phases, border)


def gathered(config, regions, rows):
    gatherer = ContextGatherer(config)
    inputs = np.full((len(rows), gatherer.inputs), 99, dtype=np.int8)
    predictors = np.full((len(rows), 3), 99, dtype=np.int16)
    gatherer.gather(regions, rows, inputs, predictors)
    return inputs, predictors


def steps_of(config, regions):
    """The pixels of each step, int32[N, 3]."""
    for step in range(len(wavefront_counts(regions.firsts, regions.lasts, config.slope))):
        at = wavefront_rows(step, regions.firsts, regions.lasts, config.slope)
        yield np.stack(at, axis=1).astype(np.int32)


@pytest.mark.parametrize("name", CONFIGS)
@settings(max_examples=15)
@given(seed=seeds)
def test_contexts_are_the_reference_s(name, seed):
    config = CONFIGS[name]
    regions = random_regions(config, seed)
    up, left, _ = regions.border
    validity = regions.levels[0, up : up + HEIGHT, left : left + WIDTH, 3]
    known = {(int(y), int(x)): True for y, x in np.argwhere(validity)}
    rows = np.concatenate(list(steps_of(config, regions)))
    inputs, predictors = gathered(config, regions, rows)
    for (_, y, x), found, guess in zip(rows, inputs, predictors, strict=True):
        wanted = reference.context(config, regions.inside[0], known, y, x, regions.phases[0])
        assert (found.tolist(), guess.tolist()) == wanted


@pytest.mark.parametrize("name", CONFIGS)
@settings(max_examples=15)
@given(seed=seeds)
def test_a_context_reads_only_what_is_decoded(name, seed):
    """Filled in step by step over garbage, the region gives the same rows as when all of it is known."""
    config = CONFIGS[name]
    known = random_regions(config, seed)
    partial = replace(known, levels=known.levels.copy())
    partial.inside[known.covered] = np.random.default_rng(seed + 1).integers(-255, 256, 3)
    for rows in steps_of(config, known):
        for found, wanted in zip(gathered(config, partial, rows), gathered(config, known, rows), strict=True):
            assert np.array_equal(found, wanted)
        at = tuple(rows.T)
        partial.inside[at] = known.inside[at]
    assert np.array_equal(partial.inside, known.inside)


def test_columns_beyond_the_context_are_left_alone():
    levels, four = np.zeros((1, 4, 4, 3), np.int16), np.array([4])
    inputs = np.full((1, TINY.context_inputs + 5), 77, dtype=np.int8)
    rows = np.array([[0, 2, 2]], dtype=np.int32)
    regions = regions_alone(TINY, levels, four, four, np.zeros((1, 2), np.int64))
    ContextGatherer(TINY).gather(regions, rows, inputs, np.empty((1, 3), dtype=np.int16))
    assert (inputs[0, TINY.context_inputs :] == 77).all()


def test_a_region_alone_has_its_own_pixels_and_no_others():
    levels, sizes = np.arange(2 * 4 * 5 * 3, dtype=np.int16).reshape(2, 4, 5, 3), np.array([[4, 2], [5, 3]])
    regions = regions_alone(TINY, levels, *sizes, np.zeros((2, 2), np.int64))
    up, left, right = regions.border
    assert regions.levels.shape == (2, up + 4, left + 5 + right, 4)
    assert np.array_equal(regions.inside, levels)
    assert regions.covered.sum((1, 2)).tolist() == [20, 6]
    assert (regions.levels[..., 3] == UNIT).sum((1, 2)).tolist() == [20, 6]


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32 - 1), height=st.integers(1, 7), width=st.integers(1, 7))
def test_residuals_are_the_reference_s(seed, height, width):
    levels = np.random.default_rng(seed).integers(-255, 256, (1, height, width, 3)).astype(np.int16)
    assert np.array_equal(predict(levels)[0], reference.residuals(levels[0]))


def test_the_expert_of_a_pixel_hangs_on_the_differences_near_it():
    """Y counts twice; the place above by two and the farther ones count nothing; bounds belong to the upper range."""
    config = replace(TINY, activities=(10, 20))
    inputs = np.zeros((5, config.context_inputs), np.int8)
    west, north_east, farther = (4 * config.places.index(place) for place in ((0, -1), (-1, 1), (0, -2)))
    inputs[1, west] = -5
    inputs[2, [west + 1, north_east + 2]] = -5, 4
    inputs[3, [west, farther]] = -5, 5
    inputs[4] = 127
    assert experts_of(inputs, config).tolist() == [0, 1, 0, 2, 2]
    assert experts_of(inputs, TINY).tolist() == [0] * 5
