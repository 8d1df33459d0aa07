"""The loops between the latent networks' layers. They also run without the compiler."""

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

from bitswap_app.model import _maps

HERE = Path(__file__).parent
WITHOUT_COMPILER = ["test_maps.py", "test_context.py"]
scales = st.sampled_from([0.5, 0.25, 2.0**-9, 1.0, 3.0, 1e-3, 0.1, 7e-5, 1e30, 1e-30])


@pytest.mark.parametrize("dtype", [np.uint8, np.int16])
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), scale=scales)
def test_a_stream_is_rectified_as_the_reference_does_it(dtype, seed, scale):
    stream = np.random.default_rng(seed).integers(-32767, 32768, 30).astype(np.int16)
    activations = np.empty(30, dtype)
    _maps.rectify(stream, np.float32(scale), activations)
    assert np.array_equal(activations, scaled(stream.astype(np.int64), scale, 0, 255))


@pytest.mark.parametrize("outside", [0, 128])
@pytest.mark.parametrize("side", [1, 3])
@pytest.mark.parametrize("dtype", [np.uint8, np.int16])
@pytest.mark.parametrize("shape", [(2, 4, 3, 5), (1, 1, 1, 2), (3, 1, 6, 1)], ids=str)
def test_neighbourhoods_are_shifted_maps_in_raster_order(shape, dtype, side, outside):
    maps = np.random.default_rng(0).integers(0, 256, shape).astype(dtype)
    batch, height, width, channels = shape
    reach, used = side // 2, side * side * channels
    rows = np.full((batch * height * width + 2, used + 3), 77, dtype)
    _maps.store_neighbourhoods(maps, dtype(outside), side, rows)
    wide = np.pad(maps, ((0, 0), (reach, reach), (reach, reach), (0, 0)), constant_values=outside)
    shifted = [wide[:, dy : dy + height, dx : dx + width] for dy in range(side) for dx in range(side)]
    assert np.array_equal(rows[:-2, :used], np.concatenate(shifted, axis=-1).reshape(-1, used))
    assert (rows[:, used:] == 77).all()
    assert (rows[-2:] == 77).all()


@pytest.mark.parametrize("dtype", [np.uint8, np.int16])
def test_blocks_of_pixels_are_maps_moved_to_depth(dtype):
    rng = np.random.default_rng(0)
    levels, residuals = rng.integers(-300, 301, (2, 2, 8, 12, 3)).astype(np.int16)
    blocks = np.empty((2, 2, 3, 9 * 16), dtype)
    _maps.store_blocks(levels, residuals, 4, np.int32(127), np.int32(128), blocks)
    values = np.concatenate([levels, residuals, np.abs(residuals)], -1).clip(-127, 127) + 128
    moved = values.reshape(2, 2, 4, 3, 4, 9).transpose(0, 1, 3, 5, 2, 4)
    assert np.array_equal(blocks, moved.reshape(blocks.shape))


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=25)
def test_streams_are_added_and_clamped(seed):
    stream, branch = np.random.default_rng(seed).integers(-32767, 32768, (2, 30)).astype(np.int16)
    total = np.empty(30, np.int16)
    _maps.add(stream, branch, np.int32(30000), total)
    assert np.array_equal(total, (stream.astype(int) + branch).clip(-30000, 30000))


@pytest.mark.skipif(numba.config.DISABLE_JIT, reason="this is that run")
def test_kernels_mean_the_same_without_the_compiler():
    """numpy warns on overflow where machine code wraps in silence, and warnings are errors here."""
    files = [str(HERE / name) for name in WITHOUT_COMPILER]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-W", "error", "-p", "no:cacheprovider", *files]
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(command, cwd=HERE.parents[1], env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("dtype", [np.int8, np.int16])
@pytest.mark.parametrize("factor", [1, 2, 4])
def test_spreading_is_the_order_of_a_larger_map(factor, dtype):
    pixels = np.random.default_rng(0).integers(-128, 128, (2, 3, 5, factor, 7)).astype(np.int16)
    wide = np.empty((2, 3, factor, 5, 7), dtype)
    _maps.spread(pixels, wide)
    assert np.array_equal(wide, pixels.transpose(0, 1, 3, 2, 4))
