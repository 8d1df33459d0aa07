"""Loops on the maps of the latent networks, between their layers.

Rectifying is layers.py's: multiply once in float32, clamp, round half to even. Adding and subtracting 1.5 * 2**23
rounds a float32 below 2**22 to the nearest even integer, in two plain additions that every compiler vectorises.
"""

# ruff: noqa: FURB136  # min and max treat NaN and -0 by rules of their own, which cost vectorised code dearly

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int16s

_MAGIC = np.float32(12582912.0)
_ZERO = np.float32(0.0)
_ACTIVATION_MAX = np.float32(255.0)


@kernel
def rectify(stream: Int16s, scale: np.float32, activations: NDArray[Any]) -> None:
    """Set activations to the rectified stream; both flat and of one length."""
    for i in range(stream.size):
        a = np.float32(stream[i]) * scale
        a = a if a > _ZERO else _ZERO
        a = a if a < _ACTIVATION_MAX else _ACTIVATION_MAX
        activations[i] = np.int16((a + _MAGIC) - _MAGIC)


@kernel
def store_neighbourhoods(maps: NDArray[Any], outside: Any, side: int, rows: NDArray[Any]) -> None:
    """Set rows, [>= B * H * W, >= side**2 * C], to the side x side pixels around each pixel, in raster order.

    maps     [B, H, W, C], stored inputs as rows, contiguous
    outside  what stands for 0 beyond a map's borders
    side     1 or 3
    """
    batch, height, width, channels = maps.shape
    reach = side // 2
    flat = maps.reshape(batch, height, width * channels)
    n = 0
    for b in range(batch):
        for y in range(height):
            for x in range(width):
                first, last = max(0, x - reach), min(width, x + reach + 1)
                for v in range(y - reach, y + reach + 1):
                    k = (v - y + reach) * side * channels
                    target = rows[n, k : k + side * channels]
                    if v < 0 or v >= height or last - first < side:
                        target[:] = outside
                    if v >= 0 and v < height:
                        source = flat[b, v, first * channels : last * channels]
                        inside = target[(first - x + reach) * channels :]
                        for i in range(source.size):
                            inside[i] = source[i]
                n += 1


@kernel
def _within(value: Any, largest: Any) -> Any:
    return min(max(value, -largest), largest)


@kernel
def store_blocks(
    levels: Int16s, residuals: Int16s, side: int, largest: np.int32, offset: np.int32, blocks: NDArray[Any]
) -> None:
    """Set blocks, [B, H / side, W / side, 9 * side**2], to levels, residuals and their sizes, clamped, plus offset.

    levels, residuals  int16[B, H, W, 3]
    blocks             in the order of layers.to_depth: channel, y, x within a block
    """
    channels, area = levels.shape[3], side * side
    count, down, across = blocks.shape[:3]
    for b in range(count):
        for v in range(down):
            for dy in range(side):
                for u in range(across):
                    for c in range(channels):
                        for dx in range(side):
                            y, x, k = v * side + dy, u * side + dx, c * area + dy * side + dx
                            level, residual = np.int32(levels[b, y, x, c]), np.int32(residuals[b, y, x, c])
                            blocks[b, v, u, k] = _within(level, largest) + offset
                            blocks[b, v, u, k + channels * area] = _within(residual, largest) + offset
                            blocks[b, v, u, k + 2 * channels * area] = _within(abs(residual), largest) + offset


@kernel
def add(stream: Int16s, branch: Int16s, largest: np.int32, total: Int16s) -> None:
    """Set total to stream + branch, clamped to -largest..largest; all flat and of one length."""
    for i in range(stream.size):
        total[i] = _within(np.int32(stream[i]) + np.int32(branch[i]), largest)


@kernel
def spread(pixels: Int16s, wide: NDArray[Any]) -> None:
    """Set wide, [B, H, F, W, C], to pixels, int16[B, H, W, F, C]: from each place F rows of a larger map.

    A copy of a transposed view took three times as long.
    """
    batch, height, width, factor, size = pixels.shape
    for b in range(batch):
        for y in range(height):
            for x in range(width):
                for row in range(factor):
                    for i in range(size):
                        wide[b, y, row, x, i] = pixels[b, y, x, row, i]
