"""YCoCg-R comes back for every colour, and its ranges are the ones that distributions cover."""

import numpy as np
import pytest

from bitswap_app.coding.colour import channel_ends, to_rgb, to_ycocg


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
    assert channel_ends(1, np.array([[y, 0, 0] for y in range(256)], np.int16)).T.tolist() == [
        least[1].tolist(),
        most[1].tolist(),
    ]
    assert len(there) == (most[1] - least[1] + 1).sum()
    found = channel_ends(2, np.pad(there, ((0, 0), (0, 1))).astype(np.int16))
    luma, orange = there.T
    assert np.array_equal(found, np.stack([least[2][luma, orange + 255], most[2][luma, orange + 255]], 1))
    assert (found[:, 1] - found[:, 0] + 1).sum() == 2**24
    assert channel_ends(0, np.zeros((2, 3), np.int16)).tolist() == [[0, 255]] * 2
