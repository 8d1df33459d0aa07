"""YCoCg-R comes back for every colour, and its ranges are the ones that distributions cover."""

import io

import numba
import numpy as np
import pytest
from PIL import Image

from bitswap_app.coding.colour import (
    Colours,
    channel_ends,
    colours_of,
    from_levels,
    to_levels,
    to_rgb,
    to_ycocg,
)


@pytest.mark.parametrize("red", [0, 1, 2, 127, 128, 254, 255])
def test_every_colour_comes_back(red):
    green, blue = np.meshgrid(range(256), range(256))
    pixels = np.stack([np.full_like(green, red), green, blue], axis=-1).astype(np.uint8)
    levels = to_ycocg(pixels)
    assert levels.dtype == np.int16
    assert np.array_equal(to_rgb(levels), pixels)
    assert 0 <= levels[..., 0].min() <= levels[..., 0].max() <= 255
    assert -255 <= levels[..., 1:].min() <= levels[..., 1:].max() <= 255


def test_levels_of_known_colours():
    pixels = np.array([[255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [7, 7, 7]], np.uint8)
    wanted = [[255, 0, 0], [63, 255, -127], [127, 0, 255], [63, -255, -127], [7, 0, 0]]
    assert to_ycocg(pixels).tolist() == wanted


def test_levels_that_no_picture_has_lead_outside():
    corners = np.array([[y, o, g] for y in (0, 255) for o in (-255, 255) for g in (-255, 255)], np.int16)
    rgb = to_rgb(corners)
    assert rgb.dtype == np.int16
    assert rgb.min() < 0
    assert rgb.max() > 255


def test_the_ends_hold_the_levels_of_colours_and_no_others():
    """All 2**24 colours: each level is within its ends, the ends are reached, and what is between them is a colour."""
    least = {1: np.full(256, 999), 2: np.full((256, 511), 999)}
    most = {channel: -values for channel, values in least.items()}
    green, blue = np.meshgrid(range(256), range(256))
    for red in range(256):
        levels = to_ycocg(np.stack([np.full_like(green, red), green, blue], axis=-1).astype(np.uint8)).reshape(-1, 3)
        luma, orange, lime = levels.T.astype(np.int64)
        for ends, keep in ((least, np.minimum), (most, np.maximum)):
            keep.at(ends[1], luma, orange)
            keep.at(ends[2], (luma, orange + 255), lime)
    there = np.argwhere(most[2] >= least[2]) - [0, 255]
    assert channel_ends(Colours.YCOCG, 1, np.array([[y, 0, 0] for y in range(256)], np.int16)).T.tolist() == [
        least[1].tolist(),
        most[1].tolist(),
    ]
    assert len(there) == (most[1] - least[1] + 1).sum()
    found = channel_ends(Colours.YCOCG, 2, np.pad(there, ((0, 0), (0, 1))).astype(np.int16))
    luma, orange = there.T
    assert np.array_equal(found, np.stack([least[2][luma, orange + 255], most[2][luma, orange + 255]], 1))
    assert (found[:, 1] - found[:, 0] + 1).sum() == 2**24
    assert channel_ends(Colours.YCOCG, 0, np.zeros((2, 3), np.int16)).tolist() == [[0, 255]] * 2


# Its table has 2**24 entries, too many for a kernel that is run as Python.
needs_table = pytest.mark.skipif(bool(numba.config.DISABLE_JIT), reason="kernels are run as Python")


def jpeg(height, width, sampling, quality=80, seed=0):
    """What a decoder makes of a JPEG file of noisy, vivid slopes, some of them beyond black and white."""
    y, x, c = np.ogrid[:height, :width, :3]
    noise = np.random.default_rng(seed).normal(0, 12, (height, width, 3))
    pixels = 128 + 150 * np.sin(x / 9 + 2 * c) * np.cos(y / 7 + c) + noise
    stream = io.BytesIO()
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(stream, "JPEG", quality=quality, subsampling=sampling)
    return np.asarray(Image.open(stream))


@needs_table
@pytest.mark.parametrize("sampling", [0, 1, 2])
@pytest.mark.parametrize("quality", [30, 95])
def test_what_a_jpeg_decoder_gives_has_its_levels(sampling, quality):
    pixels = jpeg(70, 90, sampling, quality)
    assert pixels.min() == 0
    assert pixels.max() == 255
    assert colours_of(pixels) is Colours.JPEG
    levels = to_levels(pixels, Colours.JPEG)
    assert levels.dtype == np.int16
    assert np.array_equal(from_levels(levels, Colours.JPEG), pixels)
    ends = [channel_ends(Colours.JPEG, c, levels.reshape(-1, 3)) for c in range(3)]
    for c, (least, most) in enumerate(e.T for e in ends):
        assert (least <= levels[..., c].reshape(-1)).all()
        assert (levels[..., c].reshape(-1) <= most).all()


@needs_table
def test_one_other_colour_makes_a_picture_no_jpeg():
    pixels = jpeg(64, 64, 0)
    for place in ((0, 0), (33, 21)):  # one of the few that are looked at first, and another
        other = pixels.copy()
        neighbours = [np.array([[[r, 100, 100]]], np.uint8) for r in range(90, 110)]
        other[place] = next(p for p in neighbours if colours_of(p) is Colours.YCOCG)
        assert colours_of(other) is Colours.YCOCG
    assert np.array_equal(from_levels(to_levels(other, Colours.YCOCG), Colours.YCOCG), other)


@needs_table
def test_a_quarter_of_all_colours_are_a_jpeg_s():
    """Those between 1 and 254 that the table has are those that are found without it."""
    found, rng = [], np.random.default_rng(0)
    for colour in rng.integers(0, 256, (3000, 3), dtype=np.uint8):
        pixel = colour.reshape(1, 1, 3)
        found.append(colours_of(pixel) is Colours.JPEG)
        assert not found[-1] or np.array_equal(from_levels(to_levels(pixel, Colours.JPEG), Colours.JPEG), pixel)
    assert 0.23 < np.mean(found) < 0.28
    # By the formula of ITU-T T.871, rounded: what a decoder gives is a JPEG's, and comes back.
    luma, cb, cr = rng.integers(0, 256, 20000), *rng.integers(-128, 128, (2, 20000))
    rgb = np.stack([luma + 1.402 * cr, luma - 0.344136 * cb - 0.714136 * cr, luma + 1.772 * cb], -1)
    rgb = rgb[(np.abs(rgb % 1 - 0.5) > 1e-2).all(1)]
    given = np.floor(rgb + 0.5).clip(0, 255).astype(np.uint8)[None]
    assert colours_of(given) is Colours.JPEG


def test_grey_has_nothing_but_its_luma():
    grey = np.repeat(np.arange(256, dtype=np.uint8).reshape(16, 16, 1), 3, axis=2)
    assert colours_of(grey) is Colours.GREY
    levels = to_levels(grey, Colours.GREY)
    assert np.array_equal(levels[..., 0], grey[..., 0])
    assert not levels[..., 1:].any()
    assert np.array_equal(from_levels(levels, Colours.GREY), grey)
    ends = [channel_ends(Colours.GREY, c, levels.reshape(-1, 3)) for c in range(3)]
    assert [np.unique(e, axis=0).tolist() for e in ends] == [[[0, 255]], [[0, 0]], [[0, 0]]]
    grey[-1, -1, 2] ^= 1
    assert colours_of(grey) is not Colours.GREY


def test_any_levels_of_a_jpeg_are_colours():
    levels = np.array([[y, o, g] for y in (0, 255) for o in (-255, 0, 255) for g in (-255, 0, 255)], np.int16)
    rgb = from_levels(levels, Colours.JPEG)
    assert rgb.min() >= 0
    assert rgb.max() <= 255
