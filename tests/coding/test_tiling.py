"""Tiles cover a picture once, and padding repeats its edge."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitswap_app.coding.tiling import Tile, cut, pad, plan_tiles

sides = st.integers(1, 300)


@given(height=sides, width=sides, side=st.sampled_from([32, 64, 96]))
def test_every_pixel_is_in_one_tile(height, width, side):
    counted = np.zeros((height, width), int)
    for tile in plan_tiles(height, width, side):
        assert min(tile.height, tile.width) >= 1
        assert max(tile.height, tile.width) <= side
        counted[tile.top : tile.top + tile.height, tile.left : tile.left + tile.width] += 1
    assert (counted == 1).all()


def test_tiles_come_in_raster_order():
    assert plan_tiles(70, 100, 64) == (
        Tile(0, 0, 64, 64),
        Tile(0, 64, 64, 36),
        Tile(64, 0, 6, 64),
        Tile(64, 64, 6, 36),
    )


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (-1, 5)])
def test_a_picture_without_pixels_has_no_tiles(size):
    with pytest.raises(ValueError, match="has no tiles"):
        plan_tiles(*size, 64)


@given(height=sides, width=sides)
def test_padded_sides_are_the_next_multiples_of_32(height, width):
    for given_side, padded in zip((height, width), Tile(0, 0, height, width).padded, strict=True):
        assert padded % 32 == 0
        assert 0 <= padded - given_side < 32


@given(height=st.integers(1, 9), width=st.integers(1, 9), more=st.tuples(st.integers(0, 5), st.integers(0, 5)))
def test_padding_repeats_the_last_row_and_column(height, width, more):
    part = np.random.default_rng(height).integers(0, 256, (height, width, 3), dtype=np.uint8)
    wanted = np.pad(part, ((0, more[0]), (0, more[1]), (0, 0)), mode="edge")
    assert np.array_equal(pad(part, (height + more[0], width + more[1])), wanted)


def test_a_cut_is_a_padded_copy():
    picture = np.arange(70 * 40).reshape(70, 40)
    tile = Tile(64, 32, 6, 8)
    part = cut(picture, tile)
    assert part.shape == (32, 32)
    assert np.array_equal(part[:6, :8], picture[64:, 32:])
    part[:] = -1
    assert picture.min() == 0
