"""Integers in float32 over two libraries: numpy on the CPU, torch on its devices.

Both multiply matrices exactly as long as every partial sum is an integer below 2**24, in whatever order they sum (see
layers.py). torch takes a second to import and half a gigabyte of disk; the CPU does without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

T = TypeVar("T")


class Floats(Protocol[T]):
    """What the layers need beside arithmetic, slices and reshape, which both libraries write alike."""

    def array(self, values: NDArray[Any]) -> T:
        """As float32, for the layers to compute with."""

    def integers(self, x: T, dtype: type[np.generic]) -> NDArray[Any]:
        """As an array of integers."""

    def settled(self, x: T, least: Any, largest: Any) -> T:
        """Rounded half to even and clamped, in place."""

    def joined(self, parts: Sequence[T]) -> T:
        """Along the last axis."""

    def reordered(self, x: T, axes: Sequence[int]) -> T:
        """With its axes in another order."""

    def framed(self, maps: T) -> T:
        """[B, H, W, C] with a pixel of zeros around each map."""


class NumpyFloats:
    """On the CPU, on one thread for each that asks: streams are the parallelism, and several threads on a narrow matmul
    lose more than they gain.
    """

    def __init__(self) -> None:
        threadpool_limits(1, "blas")

    def array(self, values: NDArray[Any]) -> NDArray[np.float32]:
        return np.ascontiguousarray(values, dtype=np.float32)

    def integers(self, x: NDArray[np.float32], dtype: type[np.generic]) -> NDArray[Any]:
        return x.astype(dtype)

    def settled(self, x: NDArray[np.float32], least: Any, largest: Any) -> NDArray[np.float32]:
        np.rint(x, out=x)
        return np.clip(x, least, largest, out=x)

    def joined(self, parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        return np.concatenate(parts, -1)

    def reordered(self, x: NDArray[np.float32], axes: Sequence[int]) -> NDArray[np.float32]:
        return x.transpose(*axes)

    def framed(self, maps: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.pad(maps, ((0, 0), (1, 1), (1, 1), (0, 0)))


class TorchFloats:
    """On a torch device, with every shortcut forbidden that is not exact for integers below 2**24.

    Raises RuntimeError, or AssertionError, for a device that torch does not have, and ImportError without torch.
    """

    def __init__(self, device: str) -> None:
        import torch  # slow, and not part of every installation

        torch.backends.cuda.matmul.allow_tf32 = False
        torch.backends.cudnn.allow_tf32 = False
        torch.backends.cuda.matmul.allow_fp16_reduced_precision_reduction = False
        torch.backends.cuda.matmul.allow_bf16_reduced_precision_reduction = False
        torch.set_float32_matmul_precision("highest")
        self._torch: Any = torch
        self._device = torch.device(device)

    def array(self, values: NDArray[Any]) -> Any:
        return self._torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32)).to(self._device)

    def integers(self, x: Any, dtype: type[np.generic]) -> NDArray[Any]:
        values: NDArray[Any] = x.to(self._torch.int32).cpu().numpy()
        return values.astype(dtype, copy=False)

    def settled(self, x: Any, least: Any, largest: Any) -> Any:
        return x.round_().clamp_(least, largest)

    def joined(self, parts: Sequence[Any]) -> Any:
        return self._torch.cat(list(parts), -1)

    def reordered(self, x: Any, axes: Sequence[int]) -> Any:
        return x.permute(*axes)

    def framed(self, maps: Any) -> Any:
        return self._torch.nn.functional.pad(maps, (0, 0, 1, 1, 1, 1))


def floats_on(device: str) -> Floats[Any]:
    """For "cpu", or a torch device by its name."""
    return NumpyFloats() if device == "cpu" else TorchFloats(device)
