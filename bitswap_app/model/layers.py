"""Layers whose outputs have the same bits on every device, thread count and batch size (DESIGN 3).

Integers are held in float32. Every layer is proven at load: sum |weight| * largest input + |bias| < 2**24, so each
product and each partial sum is an integer that float32 holds exactly, whatever the order of summation. Between layers
comes one correctly rounded multiplication, rounding half to even, and a clamp. Convolutions are matmuls over shifted
inputs, because a convolution may pick a transform (Winograd, FFT) that is not exact.

Maps are float32[B, H, W, C], rows float32[N, C]; the last axis is what layers mix.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812  # as everybody calls it
from numpy.typing import NDArray
from torch import Tensor

from bitswap_app.errors import ModelError

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
    """A Dense layer on a torch device."""

    def __init__(self, layer: Dense, device: torch.device) -> None:
        def tensor(values: NDArray[np.generic]) -> Tensor:
            return torch.from_numpy(values.astype(np.float32)).to(device)

        self._kernel = layer.kernel
        self._weight, self._bias = tensor(layer.weight).t().contiguous(), tensor(layer.bias)
        self._scale, self._lowest, self._highest = tensor(layer.scale), tensor(layer.lowest), tensor(layer.highest)

    def __call__(self, x: Tensor) -> Tensor:
        """float32[..., in] of integers -> float32[..., out] of integers in lowest..highest."""
        if self._kernel == 3:
            x = neighbourhoods(x)
        acc = self.sums(x.reshape(-1, x.shape[-1]))
        acc *= self._scale
        y = acc.round_().clamp_(self._lowest, self._highest)
        return y.view(*x.shape[:-1], y.shape[-1])

    def sums(self, x: Tensor) -> Tensor:
        """Rows times weight, plus bias: float32[N, in] -> float32[N, out], below 2**24."""
        acc = torch.matmul(x, self._weight)
        acc += self._bias
        return acc


def neighbourhoods(x: Tensor) -> Tensor:
    """float32[B, H, W, C] -> float32[B, H, W, 9 C]: the 3 x 3 pixels around each, zeros outside, in raster order."""
    height, width = x.shape[1:3]
    padded = F.pad(x, (0, 0, 1, 1, 1, 1))
    return torch.cat([padded[:, dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3)], -1)


def rectify(stream: Tensor, scale: float) -> Tensor:
    """The stream as unsigned 8-bit activations: round(stream * scale) clamped to 0..255."""
    return (stream * scale).round_().clamp_(0, ACTIVATION_MAX)


def add(stream: Tensor, branch: Tensor) -> Tensor:
    """The residual stream after a branch, clamped to what it holds."""
    return (stream + branch).clamp_(-STREAM_MAX, STREAM_MAX)


def to_depth(x: Tensor, factor: int) -> Tensor:
    """[B, H, W, C] -> [B, H / factor, W / factor, C * factor**2]; channel c, row dy, column dx, c slowest."""
    b, h, w, c = x.shape
    x = x.view(b, h // factor, factor, w // factor, factor, c).permute(0, 1, 3, 5, 2, 4)
    return x.reshape(b, h // factor, w // factor, c * factor * factor)


def to_space(x: Tensor, factor: int) -> Tensor:
    """The inverse of to_depth."""
    b, h, w, c = x.shape
    x = x.view(b, h, w, c // (factor * factor), factor, factor).permute(0, 1, 4, 2, 5, 3)
    return x.reshape(b, h * factor, w * factor, c // (factor * factor))


def pin_exact_arithmetic() -> None:
    """Forbid torch every shortcut that is not exact for integers below 2**24; call before the first layer runs."""
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_fp16_reduced_precision_reduction = False
    torch.backends.cuda.matmul.allow_bf16_reduced_precision_reduction = False
    torch.set_float32_matmul_precision("highest")
