"""YCoCg-R, the reversible colour transform (Malvar & Sullivan 2003, JVT-I014)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


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
