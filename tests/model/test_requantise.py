"""The kernels between int8 matmuls against the reference's arithmetic, where rounding and clamping are decided."""

import os
import subprocess
import sys
from pathlib import Path

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import scaled

from bitswap_app.model import _requantise
from bitswap_app.model._requantise import OFFSET

HERE = Path(__file__).parent
WITHOUT_COMPILER = ["test_requantise.py", "test_context.py"]
ROWS, COLUMNS = 5, 6

# Powers of two make ties; the others make numbers whose last bit matters.
scales = st.sampled_from([0.5, 0.25, 2.0**-9, 1.0, 3.0, 1e-3, 0.1, 7e-5, 1e30, 1e-30])
seeds = st.integers(0, 2**32 - 1)
examples = settings(max_examples=25)


def sums(rng):
    """int32[ROWS, COLUMNS + 2] and biases; each sum stays below 2**24, many near its ends and near 0."""
    size = 1 << int(rng.integers(1, 24))
    acc = rng.integers(-size + 1, size, (ROWS, COLUMNS + 2)).astype(np.int32)
    bias = rng.integers(-((1 << 24) - size), (1 << 24) - size + 1, COLUMNS) >> int(rng.integers(0, 24))
    return acc, bias.astype(np.float32)


def stored(activations):
    return activations.astype(np.int64) + OFFSET


def draw(seed, scale):
    rng = np.random.default_rng(seed)
    acc, bias = sums(rng)
    factors = (np.float32(scale) * rng.choice([1, 1, 1, 0.3], COLUMNS)).astype(np.float32)
    exact = acc[:, :COLUMNS].astype(np.int64) + bias.astype(np.int64)
    return rng, acc[:, :COLUMNS], bias, factors, exact


@examples
@given(seed=seeds, scale=scales, relu=scales)
def test_a_stream_is_stored_as_the_reference_has_it(seed, scale, relu):
    _, acc, bias, factors, exact = draw(seed, scale)
    stream, activations = np.empty((ROWS, COLUMNS), np.int16), np.empty((ROWS, COLUMNS + 3), np.int8)
    _requantise.store_stream(acc, bias, factors, np.float32(relu), stream, activations)
    wanted = scaled(exact, factors, -32767, 32767)
    assert np.array_equal(stream, wanted)
    assert np.array_equal(stored(activations[:, :COLUMNS]), scaled(wanted, relu, 0, 255))


@examples
@given(seed=seeds, scale=scales, relu=scales)
def test_a_branch_is_added_as_the_reference_adds_it(seed, scale, relu):
    rng, acc, bias, factors, exact = draw(seed, scale)
    stream = rng.integers(-32767, 32768, (ROWS, COLUMNS)).astype(np.int16)
    before, activations = stream.astype(np.int64), np.empty((ROWS, COLUMNS), np.int8)
    _requantise.add_to_stream(acc, bias, factors, np.float32(relu), stream, activations)
    wanted = np.clip(before + scaled(exact, factors, -32767, 32767), -32767, 32767)
    assert np.array_equal(stream, wanted)
    assert np.array_equal(stored(activations), scaled(wanted, relu, 0, 255))


@examples
@given(seed=seeds, scale=scales)
def test_activations_are_stored_as_the_reference_has_them(seed, scale):
    _, acc, bias, factors, exact = draw(seed, scale)
    activations = np.empty((ROWS, COLUMNS), np.int8)
    _requantise.store_activations(acc, bias, factors, activations)
    assert np.array_equal(stored(activations), scaled(exact, factors, 0, 255))


@examples
@given(seed=seeds, scale=scales)
def test_outputs_are_clamped_as_the_reference_clamps_them(seed, scale):
    rng, acc, bias, factors, exact = draw(seed, scale)
    lowest = rng.integers(-9000, 5, COLUMNS)
    highest = lowest + rng.integers(0, 9000, COLUMNS)
    values = np.empty((ROWS, COLUMNS), np.int16)
    ends = (lowest.astype(np.float32), highest.astype(np.float32))
    _requantise.store_clamped(acc, bias, factors, *ends, values)
    assert np.array_equal(values, scaled(exact, factors, lowest, highest))


@examples
@given(seed=seeds, relu=scales, channel=st.integers(0, 2))
def test_a_head_sees_the_residuals_before_it(seed, relu, channel):
    rng = np.random.default_rng(seed)
    hidden = rng.integers(-32767, 32768, (ROWS, 3 * COLUMNS)).astype(np.int16)
    residuals = rng.integers(-300, 301, (ROWS, 3)).astype(np.int16)
    earlier = rng.integers(-(1 << 15) + 1, 1 << 15, (2, COLUMNS))
    earlier[channel:] = 0
    activations = np.empty((ROWS, COLUMNS), np.int8)
    first = channel * COLUMNS
    _requantise.store_head(hidden, first, residuals, earlier.astype(np.float32), np.float32(relu), activations)
    exact = hidden[:, first : first + COLUMNS] + np.clip(residuals[:, :2], -127, 127).astype(np.int64) @ earlier
    assert np.array_equal(stored(activations), scaled(exact, relu, 0, 255))


@examples
@given(seed=seeds, scale=scales)
def test_a_stream_is_rectified_as_the_reference_does_it(seed, scale):
    stream = np.random.default_rng(seed).integers(-32767, 32768, 30).astype(np.int16)
    activations = np.empty(30, np.int8)
    _requantise.rectify(stream, np.float32(scale), activations)
    assert np.array_equal(stored(activations), scaled(stream.astype(np.int64), scale, 0, 255))


@pytest.mark.parametrize("outside", [0, -OFFSET])
@pytest.mark.parametrize("side", [1, 3])
@pytest.mark.parametrize("shape", [(2, 4, 3, 5), (1, 1, 1, 2), (3, 1, 6, 1)], ids=str)
def test_neighbourhoods_are_shifted_maps_in_raster_order(shape, side, outside):
    maps = np.random.default_rng(0).integers(-128, 128, shape).astype(np.int8)
    batch, height, width, channels = shape
    reach, used = side // 2, side * side * channels
    rows = np.full((batch * height * width, used + 3), 77, np.int8)
    _requantise.store_neighbourhoods(maps, np.int8(outside), side, rows)
    wide = np.pad(maps, ((0, 0), (reach, reach), (reach, reach), (0, 0)), constant_values=outside)
    shifted = [wide[:, dy : dy + height, dx : dx + width] for dy in range(side) for dx in range(side)]
    assert np.array_equal(rows[:, :used], np.concatenate(shifted, axis=-1).reshape(-1, used))
    assert (rows[:, used:] == 77).all()


def test_ties_go_to_the_even_integer():
    acc = np.array([[1, 3, 5, 7, -1, 509, 511]], dtype=np.int32)
    columns = acc.shape[1]
    values, activations = np.empty(acc.shape, np.int16), np.empty(acc.shape, np.int8)
    zeros, halves = np.zeros(columns, np.float32), np.full(columns, 0.5, np.float32)
    _requantise.store_clamped(acc, zeros, halves, zeros - 9999, zeros + 9999, values)
    assert values.tolist() == [[0, 2, 2, 4, 0, 254, 256]]
    _requantise.store_activations(acc, zeros, halves, activations)
    assert stored(activations).tolist() == [[0, 2, 2, 4, 0, 254, 255]]


@pytest.mark.skipif(numba.config.DISABLE_JIT, reason="this is that run")
def test_kernels_mean_the_same_without_the_compiler():
    """numpy warns on overflow where machine code wraps in silence, and warnings are errors here."""
    files = [str(HERE / name) for name in WITHOUT_COMPILER]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-W", "error", "-p", "no:cacheprovider", *files]
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(command, cwd=HERE.parents[1], env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
