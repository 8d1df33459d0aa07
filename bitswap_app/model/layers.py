"""Layers whose outputs have the same bits on every device, thread count and batch size (DESIGN 3).

Integers are held in float32. Every layer is proven at load: sum |weight| * largest input + |bias| < 2**24, so each
product and each partial sum is an integer that float32 holds exactly, whatever the order of summation. Between layers
comes one correctly rounded multiplication, rounding half to even, and a clamp. Convolutions are matmuls over shifted
inputs, because a convolution may pick a transform (Winograd, FFT) that is not exact.

Maps are float32[B, H, W, C], rows float32[N, C]; the last axis is what layers mix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from bitswap_app.errors import ModelError
from bitswap_app.model.floats import Floats

T = TypeVar("T")

EXACT_LIMIT = 1 << 24
ACTIVATION_MAX = 255
STREAM_MAX = 32767  # of the residual stream, either side


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """acc = weight x + bias in integers, then round(acc * scale) clamped to lowest..highest.

    weight     int8[out, kernel * kernel * in], shifted inputs in raster order
    bias       int32[out]
    scale      float32[out]
    input_max  largest |x| of an input
    kernel     1 or 3; 3 pads with zeros

    Raises ModelError if a sum could leave what float32 holds exactly.
    """

    name: str
    weight: NDArray[np.int8]
    bias: NDArray[np.int32]
    scale: NDArray[np.float32]
    lowest: NDArray[np.int32]
    highest: NDArray[np.int32]
    input_max: int
    kernel: int = 1

    def __post_init__(self) -> None:
        sums = np.abs(self.weight.astype(np.int64)).sum(1) * self.input_max + np.abs(self.bias.astype(np.int64))
        if sums.max(initial=0) >= EXACT_LIMIT:
            raise ModelError(
                "Layer {name} can reach {largest}; float32 is exact only below {limit}.",
                name=self.name,
                largest=sums.max(),
                limit=EXACT_LIMIT,
            )
        if not np.isfinite(self.scale).all():
            raise ModelError("Layer {name} has a scale that is no finite number.", name=self.name)


class ExactDense:
    """A Dense layer in float32."""

    def __init__(self, layer: Dense, floats: Floats[Any]) -> None:
        self._floats, self._kernel = floats, layer.kernel
        self._weight, self._bias = floats.array(layer.weight.T), floats.array(layer.bias)
        self._scale = floats.array(layer.scale)
        self._lowest, self._highest = floats.array(layer.lowest), floats.array(layer.highest)

    def __call__(self, x: Any) -> Any:
        """float32[..., in] of integers -> float32[..., out] of integers in lowest..highest."""
        if self._kernel == 3:
            x = neighbourhoods(x, self._floats)
        acc = self.sums(x.reshape(-1, x.shape[-1]))
        acc *= self._scale
        y = self._floats.settled(acc, self._lowest, self._highest)
        return y.reshape(*x.shape[:-1], y.shape[-1])

    def sums(self, x: Any) -> Any:
        """Rows times weight, plus bias: float32[N, in] -> float32[N, out], below 2**24."""
        acc = x @ self._weight
        acc += self._bias
        return acc


def neighbourhoods(x: T, floats: Floats[T]) -> T:
    """float32[B, H, W, C] -> float32[B, H, W, 9 C]: the 3 x 3 pixels around each, zeros outside, in raster order."""
    framed: Any = floats.framed(x)
    height, width = framed.shape[1] - 2, framed.shape[2] - 2
    return floats.joined([framed[:, dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3)])


def rectify(stream: Any, scale: float, floats: Floats[Any]) -> Any:
    """The stream as unsigned 8-bit activations: round(stream * scale) clamped to 0..255."""
    return floats.settled(stream * scale, 0, ACTIVATION_MAX)


def add(stream: Any, branch: Any) -> Any:
    """The residual stream after a branch, clamped to what it holds."""
    return (stream + branch).clip(-STREAM_MAX, STREAM_MAX)


def to_depth(x: Any, factor: int, floats: Floats[Any]) -> Any:
    """[B, H, W, C] -> [B, H / factor, W / factor, C * factor**2]; channel c, row dy, column dx, c slowest."""
    b, h, w, c = x.shape
    x = floats.reordered(x.reshape(b, h // factor, factor, w // factor, factor, c), (0, 1, 3, 5, 2, 4))
    return x.reshape(b, h // factor, w // factor, c * factor * factor)


def to_space(x: Any, factor: int, floats: Floats[Any]) -> Any:
    """The inverse of to_depth."""
    b, h, w, c = x.shape
    x = floats.reordered(x.reshape(b, h, w, c // (factor * factor), factor, factor), (0, 1, 4, 2, 5, 3))
    return x.reshape(b, h * factor, w * factor, c // (factor * factor))
