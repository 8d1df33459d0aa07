"""YCoCg-R comes back for every colour, and its ranges are the ones that distributions cover."""

import numpy as np
import pytest

from bitswap_app.coding.colour import to_rgb, to_ycocg


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
