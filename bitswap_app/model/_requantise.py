"""The loops between int8 matmuls: 32-bit sums in, 8-bit activations out.

Each is the arithmetic of layers.py: add the bias, multiply once in float32, clamp, round half to even. Sums and biases
are integers below 2**24, so adding them in float32 is exact, and it keeps the loops free of the 64-bit integers that
numba would make of them (2 to 5 times slower). Adding and subtracting 1.5 * 2**23 rounds a float32 below 2**22 to the
nearest even integer, in two plain additions that every compiler vectorises. Contraction into a multiply-add could
change no result: a product is either clamped before anything is added, or an integer.

Activations 0..255 are stored as int8, less OFFSET; a layer's bias makes up for it.

    acc          int32[N, >= C]  a layer's sums; bias and scale float32[C] are the layer's, the bias an integer
    relu_scale   float32         activations in one step of the stream
    stream       int16[N, C]     the residual stream
    activations  int8[N, >= C]
"""

# ruff: noqa: FURB136  # min and max treat NaN and -0 by rules of their own, which cost vectorised code dearly

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int16s, Int32s

Int8s = NDArray[np.int8]
Float32s = NDArray[np.float32]

OFFSET = 128
_MAGIC = np.float32(12582912.0)
_STREAM_MAX = np.float32(32767.0)
_ZERO = np.float32(0.0)
_ACTIVATION_MAX = np.float32(255.0)
_MAGIC_AND_OFFSET = np.float32(12582912.0 + OFFSET)


@kernel
def store_stream(
    acc: Int32s, bias: Float32s, scale: Float32s, relu_scale: np.float32, stream: Int16s, activations: Int8s
) -> None:
    """Set stream to requantised acc, and activations to its rectified form."""
    for n in range(acc.shape[0]):
        for c in range(acc.shape[1]):
            y = (np.float32(acc[n, c]) + bias[c]) * scale[c]
            y = y if y > -_STREAM_MAX else -_STREAM_MAX
            y = y if y < _STREAM_MAX else _STREAM_MAX
            y = (y + _MAGIC) - _MAGIC
            stream[n, c] = np.int16(y)
        for c in range(acc.shape[1]):  # apart, for a loop that writes two arrays is not vectorised
            a = np.float32(stream[n, c]) * relu_scale
            a = a if a > _ZERO else _ZERO
            a = a if a < _ACTIVATION_MAX else _ACTIVATION_MAX
            activations[n, c] = np.int8((a + _MAGIC) - _MAGIC_AND_OFFSET)


@kernel
def add_to_stream(
    acc: Int32s, bias: Float32s, scale: Float32s, relu_scale: np.float32, stream: Int16s, activations: Int8s
) -> None:
    """Add requantised acc to stream, clamped, and set activations to its rectified form."""
    for n in range(acc.shape[0]):
        for c in range(acc.shape[1]):
            y = (np.float32(acc[n, c]) + bias[c]) * scale[c]
            y = y if y > -_STREAM_MAX else -_STREAM_MAX
            y = y if y < _STREAM_MAX else _STREAM_MAX
            y = (y + _MAGIC) - _MAGIC
            y = y + np.float32(stream[n, c])
            y = y if y > -_STREAM_MAX else -_STREAM_MAX
            y = y if y < _STREAM_MAX else _STREAM_MAX
            stream[n, c] = np.int16(y)
        for c in range(acc.shape[1]):  # apart, for a loop that writes two arrays is not vectorised
            a = np.float32(stream[n, c]) * relu_scale
            a = a if a > _ZERO else _ZERO
            a = a if a < _ACTIVATION_MAX else _ACTIVATION_MAX
            activations[n, c] = np.int8((a + _MAGIC) - _MAGIC_AND_OFFSET)


@kernel
def store_activations(acc: Int32s, bias: Float32s, scale: Float32s, activations: Int8s) -> None:
    """Set activations to rectified, requantised acc."""
    for n in range(acc.shape[0]):
        for c in range(acc.shape[1]):
            a = (np.float32(acc[n, c]) + bias[c]) * scale[c]
            a = a if a > _ZERO else _ZERO
            a = a if a < _ACTIVATION_MAX else _ACTIVATION_MAX
            activations[n, c] = np.int8((a + _MAGIC) - _MAGIC_AND_OFFSET)


@kernel
def store_clamped(
    acc: Int32s, bias: Float32s, scale: Float32s, lowest: Float32s, highest: Float32s, values: Int16s
) -> None:
    """Set values, int16[N, C], to requantised acc in lowest..highest, both float32[C]."""
    for n in range(acc.shape[0]):
        for c in range(values.shape[1]):
            y = (np.float32(acc[n, c]) + bias[c]) * scale[c]
            y = y if y > lowest[c] else lowest[c]
            y = y if y < highest[c] else highest[c]
            y = (y + _MAGIC) - _MAGIC
            values[n, c] = np.int16(y)


@kernel
def store_head(
    hidden: Int16s, first: int, residuals: Int16s, earlier: Float32s, relu_scale: np.float32, activations: Int8s
) -> None:
    """Set activations to rectified hidden + earlier * residuals of the channels before.

    hidden     int16[N, >= first + C]; a head's columns start at first
    residuals  int16[N, 3], clamped to -127..127 here
    earlier    float32[2, C], integers; zeros for channels that are not before this one
    """
    for n in range(hidden.shape[0]):
        r0 = np.float32(max(-127, min(127, residuals[n, 0])))
        r1 = np.float32(max(-127, min(127, residuals[n, 1])))
        part = hidden[n, first : first + activations.shape[1]]  # an index first + c would be checked for its sign
        for c in range(activations.shape[1]):
            u = np.float32(part[c]) + earlier[0, c] * r0 + earlier[1, c] * r1
            a = u * relu_scale
            a = a if a > _ZERO else _ZERO
            a = a if a < _ACTIVATION_MAX else _ACTIVATION_MAX
            activations[n, c] = np.int8((a + _MAGIC) - _MAGIC_AND_OFFSET)


@kernel
def rectify(stream: Int16s, scale: np.float32, activations: Int8s) -> None:
    """Set activations to the rectified stream; both flat and of one length."""
    for i in range(stream.size):
        a = np.float32(stream[i]) * scale
        a = a if a > _ZERO else _ZERO
        a = a if a < _ACTIVATION_MAX else _ACTIVATION_MAX
        activations[i] = np.int8((a + _MAGIC) - _MAGIC_AND_OFFSET)


@kernel
def store_neighbourhoods(maps: Int8s, outside: np.int8, side: int, rows: Int8s) -> None:
    """Set rows, int8[B * H * W, >= side**2 * C], to the side x side pixels around each pixel, in raster order.

    maps     int8[B, H, W, C]
    outside  what stands for 0 beyond a map's borders
    side     1 or 3
    """
    batch, height, width, channels = maps.shape
    reach = side // 2
    n = 0
    for b in range(batch):
        for y in range(height):
            for x in range(width):
                k = 0
                for v in range(y - reach, y + reach + 1):
                    for u in range(x - reach, x + reach + 1):
                        target = rows[n, k : k + channels]
                        if v >= 0 and u >= 0 and v < height and u < width:
                            target[:] = maps[b, v, u]
                        else:
                            target[:] = outside
                        k += channels
                n += 1
