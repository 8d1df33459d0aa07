"""YCoCg-R, the reversible colour transform (Malvar & Sullivan 2003, JVT-I014), and which of its levels there are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int32s, Integer


def to_ycocg(pixels: NDArray[np.uint8]) -> NDArray[np.int16]:
    """uint8[..., 3] RGB -> int16[..., 3]: Y in 0..255, Co and Cg in -255..255."""
    red, green, blue = (pixels[..., c].astype(np.int16) for c in range(3))
    orange = red - blue
    middle = blue + (orange >> 1)
    lime = green - middle
    return np.stack([middle + (lime >> 1), orange, lime], axis=-1)


def to_rgb(levels: NDArray[np.int16]) -> NDArray[np.int16]:
    """The inverse of to_ycocg; int16[..., 3], because levels that no picture has lead outside 0..255."""
    luma, orange, lime = (levels[..., c] for c in range(3))
    middle = luma - (lime >> 1)
    green = lime + middle
    blue = middle - (orange >> 1)
    return np.stack([blue + orange, green, blue], axis=-1)


@kernel
def ends_of(channel: int, luma: Integer, orange: Integer) -> tuple[Integer, Integer]:
    """The least and the most that a channel can be, given those before it: every level between them is some colour's.

    For red, green and blue to lie in 0..255, with h = Cg >> 1 and m = |Co|: y + m' - 255 <= h <= y - (m >> 1), where m'
    is m / 2 rounded up, from red and blue, and -2 y - 1 <= Cg <= 510 - 2 y from green.
    """
    if channel == 0:
        return np.int64(0), np.int64(255)
    y, m = np.int64(luma), abs(np.int64(orange))
    if channel == 1:
        most = min(np.int64(255), 4 * y + 3, 1020 - 4 * y)
        return -most, most
    return max(2 * (y + ((m + 1) >> 1)) - 510, -2 * y - 1), min(2 * (y - (m >> 1)) + 1, 510 - 2 * y)


@kernel
def _store_ends(channel: int, levels: NDArray[np.int16], ends: Int32s) -> None:
    for i in range(len(levels)):
        ends[i, 0], ends[i, 1] = ends_of(channel, levels[i, 0], levels[i, 1])


def channel_ends(channel: int, levels: NDArray[np.int16]) -> Int32s:
    """int32[N, 2], ends_of each pixel of int16[N, 3]."""
    ends = np.empty((len(levels), 2), np.int32)
    _store_ends(channel, levels, ends)
    return ends
