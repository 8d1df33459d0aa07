"""What a pixel sees: equal to the reference, and nothing that a decoder does not know yet."""

from dataclasses import replace

import numpy as np
import pytest
import reference
from hypothesis import given, settings
from hypothesis import strategies as st

from bitswap_app.coding.wavefront import wavefront_rows, wavefront_steps
from bitswap_app.model.config import STANDARD, TINY, WindowRow
from bitswap_app.model.context import ContextGatherer, Tiles, experts_of, predict

CONFIGS = {
    "tiny": TINY,
    "standard": STANDARD,
    "no grid": replace(TINY, grid=0),
    "far": replace(TINY, window=(WindowRow(0, -3, -2), WindowRow(2, -4, 5), WindowRow(3, 2, 4)), grid=5),
}
sizes = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=3)


def random_tiles(config, sizes, seed):
    """Tiles of these sizes with the levels of any colours at all, garbage in their padding."""
    rng = np.random.default_rng(seed)
    shape = (len(sizes), max(h for h, _ in sizes) + 2, max(w for _, w in sizes) + 2)
    luma, chroma = rng.integers(0, 256, shape), rng.integers(-255, 256, (*shape, 2))
    levels = np.concatenate([luma[..., None], chroma], -1).astype(np.int16)
    phases = rng.integers(0, max(1, config.grid), (len(sizes), 2))
    return Tiles(levels, *(np.array(side, dtype=np.int64) for side in zip(*sizes, strict=True)), phases)


def gathered(config, tiles, rows):
    gatherer = ContextGatherer(config)
    inputs = np.full((len(rows), gatherer.inputs), 99, dtype=np.int8)
    predictors = np.full((len(rows), 3), 99, dtype=np.int16)
    gatherer.gather(tiles, rows, inputs, predictors)
    return inputs, predictors


def all_rows(tiles):
    return [
        np.stack(wavefront_rows(step, tiles.heights, tiles.widths, 1), axis=1).astype(np.int32)
        for step in range(wavefront_steps(tiles.heights, tiles.widths, 1))
    ]


@pytest.mark.parametrize("name", CONFIGS)
@settings(max_examples=15)
@given(sizes=sizes, seed=st.integers(0, 2**32 - 1))
def test_contexts_are_the_reference_s(name, sizes, seed):
    config = CONFIGS[name]
    tiles = random_tiles(config, sizes, seed)
    rows = np.concatenate(all_rows(tiles))
    inputs, predictors = gathered(config, tiles, rows)
    for row, found, guess in zip(rows, inputs, predictors, strict=True):
        t, y, x = row
        levels, width, phase = tiles.levels[t], tiles.widths[t], tiles.phases[t]
        assert found.tolist() == reference.context(config, levels, width, y, x, phase)
        assert guess.tolist() == reference.predictor(levels, y, x).tolist()


@pytest.mark.parametrize("name", CONFIGS)
@settings(max_examples=15)
@given(sizes=sizes, seed=st.integers(0, 2**32 - 1))
def test_a_context_reads_only_what_is_decoded(name, sizes, seed):
    """Filled in step by step over garbage, the picture gives the same rows as when all of it is known."""
    config = CONFIGS[name]
    known = random_tiles(config, sizes, seed)
    partial = random_tiles(config, sizes, seed + 1)
    partial = replace(partial, phases=known.phases)
    for step in range(wavefront_steps(known.heights, known.widths, config.slope)):
        tiles, ys, xs = wavefront_rows(step, known.heights, known.widths, config.slope)
        rows = np.stack([tiles, ys, xs], axis=1).astype(np.int32)
        for found, wanted in zip(gathered(config, partial, rows), gathered(config, known, rows), strict=True):
            assert np.array_equal(found, wanted)
        partial.levels[tiles, ys, xs] = known.levels[tiles, ys, xs]
    for t, (height, width) in enumerate(sizes):
        assert np.array_equal(partial.levels[t, :height, :width], known.levels[t, :height, :width])


def test_columns_beyond_the_context_are_left_alone():
    tiles = random_tiles(TINY, [(4, 4)], 0)
    inputs = np.full((1, TINY.context_inputs + 5), 77, dtype=np.int8)
    rows = np.array([[0, 2, 2]], dtype=np.int32)
    ContextGatherer(TINY).gather(tiles, rows, inputs, np.empty((1, 3), dtype=np.int16))
    assert (inputs[0, TINY.context_inputs :] == 77).all()


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32 - 1), height=st.integers(1, 7), width=st.integers(1, 7))
def test_residuals_are_the_reference_s(seed, height, width):
    levels = random_tiles(TINY, [(height, width)], seed).levels
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
