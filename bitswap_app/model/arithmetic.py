"""Two ways to compute the same integers on maps: float32 matmuls on any torch device, int8 matmuls on a CPU.

A map is [B, H, W, C]: outside, integers in numpy arrays; inside, whatever the arithmetic likes best.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bitswap_app.model import _requantise, layers
from bitswap_app.model.layers import Dense, ExactDense

Integers = NDArray[np.int16] | NDArray[np.int32]
MapT = TypeVar("MapT")


class Arithmetic(Protocol[MapT]):
    """The steps that latent networks are made of. Layers are named; maps are not changed in place."""

    def inputs(self, values: Integers) -> MapT:
        """Signed inputs of a first layer, -127..127."""

    def dense(self, name: str, x: MapT) -> MapT:
        """A layer of inputs, or of activations: its clamped outputs."""

    def activations(self, x: MapT) -> MapT:
        """The outputs of a layer that is clamped to 0..255, as inputs of the next."""

    def rectify(self, stream: MapT, scale: float) -> MapT:
        """Activations: round(stream * scale) clamped to 0..255."""

    def add(self, stream: MapT, branch: MapT) -> MapT:
        """The residual stream after a branch, clamped."""

    def to_depth(self, x: MapT, factor: int) -> MapT:
        """See layers.to_depth."""

    def to_space(self, x: MapT, factor: int) -> MapT:
        """The inverse of to_depth."""

    def outputs(self, x: MapT) -> NDArray[np.int16]:
        """A layer's outputs as an array."""

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        """A layer's sums before they are scaled, for the known-answer test: int16[N, in] -> int32[N, out]."""


class FloatArithmetic:
    """Integers in float32 tensors, on any torch device."""

    def __init__(self, dense: Mapping[str, Dense], device: torch.device) -> None:
        self._device = device
        self._layers = {name: ExactDense(layer, device) for name, layer in dense.items()}

    def inputs(self, values: Integers) -> Tensor:
        return torch.from_numpy(values).to(self._device).float()

    def dense(self, name: str, x: Tensor) -> Tensor:
        return self._layers[name](x)

    def activations(self, x: Tensor) -> Tensor:
        return x

    def rectify(self, stream: Tensor, scale: float) -> Tensor:
        return layers.rectify(stream, scale)

    def add(self, stream: Tensor, branch: Tensor) -> Tensor:
        return layers.add(stream, branch)

    def to_depth(self, x: Tensor, factor: int) -> Tensor:
        return layers.to_depth(x, factor)

    def to_space(self, x: Tensor, factor: int) -> Tensor:
        return layers.to_space(x, factor)

    def outputs(self, x: Tensor) -> NDArray[np.int16]:
        result: NDArray[np.int16] = x.to(torch.int16).cpu().numpy()
        return result

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        acc = self._layers[name].sums(torch.from_numpy(rows).to(self._device).float())
        result: NDArray[np.int32] = acc.to(torch.int32).cpu().numpy()
        return result


class Int8Arithmetic:
    """Streams and outputs in int16 arrays; inputs in int8, activations in int8 less an offset; sums in int32.

    signed  names of the layers whose inputs are signed
    """

    def __init__(self, dense: Mapping[str, Dense], signed: frozenset[str]) -> None:
        self._layers = {
            name: Int8Layer(
                layer,
                width=round_up(layer.weight.shape[1]),
                offset_columns=0 if name in signed else layer.weight.shape[1],
            )
            for name, layer in dense.items()
        }
        self._kernels = {name: layer.kernel for name, layer in dense.items()}
        self._outside = {name: np.int8(0 if name in signed else -_requantise.OFFSET) for name in dense}

    def inputs(self, values: Integers) -> NDArray[Any]:
        return values.astype(np.int8)

    def dense(self, name: str, x: NDArray[Any]) -> NDArray[Any]:
        layer, kernel = self._layers[name], self._kernels[name]
        if kernel == 1 and x.shape[-1] == layer.inputs:
            rows = np.ascontiguousarray(x, dtype=np.int8).reshape(-1, layer.inputs)
        else:
            rows = np.zeros((x.size // x.shape[-1], layer.inputs), dtype=np.int8)
            _requantise.store_neighbourhoods(x, self._outside[name], kernel, rows)
        values = np.empty((*x.shape[:-1], layer.outputs), dtype=np.int16)
        flat = values.reshape(-1, layer.outputs)
        _requantise.store_clamped(layer.sums(rows), layer.bias, layer.scale, layer.lowest, layer.highest, flat)
        return values

    def activations(self, x: NDArray[Any]) -> NDArray[Any]:
        result: NDArray[np.int8] = (x - np.int16(_requantise.OFFSET)).astype(np.int8)
        return result

    def rectify(self, stream: NDArray[Any], scale: float) -> NDArray[Any]:
        result = np.empty(stream.shape, dtype=np.int8)
        _requantise.rectify(stream.reshape(-1), np.float32(scale), result.reshape(-1))
        return result

    def add(self, stream: NDArray[Any], branch: NDArray[Any]) -> NDArray[Any]:
        total = np.add(stream, branch, dtype=np.int32)
        result: NDArray[np.int16] = total.clip(-layers.STREAM_MAX, layers.STREAM_MAX).astype(np.int16)
        return result

    def to_depth(self, x: NDArray[Any], factor: int) -> NDArray[Any]:
        b, h, w, c = x.shape
        x = x.reshape(b, h // factor, factor, w // factor, factor, c).transpose(0, 1, 3, 5, 2, 4)
        return np.ascontiguousarray(x).reshape(b, h // factor, w // factor, c * factor * factor)

    def to_space(self, x: NDArray[Any], factor: int) -> NDArray[Any]:
        b, h, w, c = x.shape
        x = x.reshape(b, h, w, c // (factor * factor), factor, factor).transpose(0, 1, 4, 2, 5, 3)
        return np.ascontiguousarray(x).reshape(b, h * factor, w * factor, c // (factor * factor))

    def outputs(self, x: NDArray[Any]) -> NDArray[np.int16]:
        return x.astype(np.int16, copy=False)

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        return self._layers[name].whole_sums(rows)


class Int8Layer:
    """A layer's weights as torch._int_mm wants them, with a bias that makes up for the offset of stored activations.

    width           of the rows it is given: its inputs, and any columns of no weight behind them
    offset_columns  how many of the inputs, the first ones, are stored less the offset
    """

    def __init__(self, layer: Dense, *, width: int, offset_columns: int) -> None:
        self.outputs, inputs = layer.weight.shape
        self.inputs, self.offset_columns = width, offset_columns
        padded = np.zeros((round_up(self.outputs), self.inputs), dtype=np.int8)
        padded[: self.outputs, :inputs] = layer.weight
        self.weight = torch.from_numpy(padded).t()
        stored = layer.weight[:, :offset_columns].astype(np.int32).sum(1, dtype=np.int32)
        self.bias = (layer.bias + np.int32(_requantise.OFFSET) * stored).astype(np.float32)  # below 2**24, so exact
        self.scale = layer.scale
        self.lowest, self.highest = layer.lowest.astype(np.float32), layer.highest.astype(np.float32)

    def sums(self, x: NDArray[np.int8]) -> NDArray[np.int32]:
        """int8[N, inputs] -> int32[N, >= outputs], before the bias; columns beyond outputs are 0."""
        result: NDArray[np.int32] = torch._int_mm(torch.from_numpy(x), self.weight).numpy()  # noqa: SLF001  # its public name is a quantised module's
        return result

    def whole_sums(self, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        """With the bias, of inputs that are not stored yet: int16[N, in] -> int32[N, outputs]."""
        stored = np.zeros((len(rows), self.inputs), dtype=np.int8)
        is_offset = np.arange(rows.shape[1]) < self.offset_columns
        stored[:, : rows.shape[1]] = rows - np.where(is_offset, _requantise.OFFSET, 0)
        result: NDArray[np.int32] = self.sums(stored)[:, : self.outputs] + self.bias.astype(np.int32)
        return result


def round_up(columns: int) -> int:
    """The next multiple of 16: int8 matmuls are fastest, and on some devices possible, with whole vectors."""
    return -(-columns // 16) * 16
