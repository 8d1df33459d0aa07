"""Two ways to compute the same integers on maps: float32 matmuls on any device, compiled kernels on a CPU.

A map is [B, H, W, C]: outside, integers in numpy arrays; inside, whatever the arithmetic likes best.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from bitswap_app.model import _maps, layers
from bitswap_app.model._dense import layer_sums, layer_values
from bitswap_app.model._packed import OFFSET, ROWS, PackedLayer
from bitswap_app.model._vectors import multiplier
from bitswap_app.model.floats import Floats
from bitswap_app.model.layers import Dense, ExactDense

PIXEL_BLOCK = 4  # pixels on a side that are one place of the first layer's map
PIXEL_MAX = 127  # levels and residuals are clamped to it

Integers = NDArray[np.int16] | NDArray[np.int32]
MapT = TypeVar("MapT")


class Arithmetic(Protocol[MapT]):
    """The steps that latent networks are made of. Layers are named; maps are not changed in place."""

    def pixels(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> MapT:
        """Inputs of the first layer of all: levels, residuals and their sizes, clamped, of blocks of pixels.

        levels, residuals  int16[B, H, W, 3]
        """

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

    def wider(self, name: str, x: MapT) -> MapT:
        """A layer that gives the pixels of a larger map, as many times as large as the layer is known to make it.

        Its outputs are in the order of layers.to_depth.
        """

    def wider_bytes(self, name: str, x: MapT) -> NDArray[np.int8]:
        """As wider, of a layer whose outputs fit in signed bytes, as an array."""

    def outputs(self, x: MapT) -> NDArray[np.int16]:
        """A layer's outputs as an array."""

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        """A layer's sums before they are scaled, for the known-answer test: int16[N, in] -> int32[N, out]."""


class FloatArithmetic:
    """Integers in float32, on any device."""

    def __init__(self, dense: Mapping[str, Dense], factors: Mapping[str, int], floats: Floats[Any]) -> None:
        """factors: by what the layers that are asked for wider maps enlarge them."""
        self._floats, self._factors = floats, factors
        self._layers = {name: ExactDense(layer, floats) for name, layer in dense.items()}

    def pixels(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> Any:
        values = np.concatenate([levels, residuals, np.abs(residuals)], -1).clip(-PIXEL_MAX, PIXEL_MAX)
        return self.to_depth(self.inputs(values), PIXEL_BLOCK)

    def inputs(self, values: Integers) -> Any:
        return self._floats.array(values)

    def dense(self, name: str, x: Any) -> Any:
        return self._layers[name](x)

    def activations(self, x: Any) -> Any:
        return x

    def rectify(self, stream: Any, scale: float) -> Any:
        return layers.rectify(stream, scale, self._floats)

    def add(self, stream: Any, branch: Any) -> Any:
        return layers.add(stream, branch)

    def to_depth(self, x: Any, factor: int) -> Any:
        return layers.to_depth(x, factor, self._floats)

    def wider(self, name: str, x: Any) -> Any:
        return layers.to_space(self.dense(name, x), self._factors[name], self._floats)

    def wider_bytes(self, name: str, x: Any) -> NDArray[np.int8]:
        return self._floats.integers(self.wider(name, x), np.int8)

    def outputs(self, x: Any) -> NDArray[np.int16]:
        return self._floats.integers(x, np.int16)

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        return self._floats.integers(self._layers[name].sums(self._floats.array(rows)), np.int32)


class PackedArithmetic:
    """Streams and outputs in int16 arrays; inputs and activations stored as _packed.py says; sums in int32.

    factors  as FloatArithmetic's
    signed   names of the layers whose inputs are signed

    Raises NotImplementedError where the CPU has no instructions for the path.
    """

    def __init__(
        self, dense: Mapping[str, Dense], factors: Mapping[str, int], signed: frozenset[str], path: str
    ) -> None:
        by = multiplier(path)
        self._stored, self._factors = by.inputs, factors
        self.layers = {
            name: PackedLayer(
                pixel_by_pixel(layer, factors.get(name, 1)), by, offset=slice(None if name in signed else 0)
            )
            for name, layer in dense.items()
        }
        self._kernels = {name: layer.kernel for name, layer in dense.items()}
        self._outside = {name: OFFSET if name in signed else 0 for name in dense}

    def pixels(self, levels: NDArray[np.int16], residuals: NDArray[np.int16]) -> NDArray[Any]:
        (count, height, width, channels), side = levels.shape, PIXEL_BLOCK
        x = np.empty((count, height // side, width // side, 3 * channels * side**2), dtype=self._stored)
        _maps.store_blocks(levels, residuals, side, np.int32(PIXEL_MAX), np.int32(OFFSET), x)
        return x

    def inputs(self, values: Integers) -> NDArray[Any]:
        return (values + values.dtype.type(OFFSET)).astype(self._stored)

    def dense(self, name: str, x: NDArray[Any]) -> NDArray[Any]:
        layer, count = self.layers[name], x.size // x.shape[-1]
        if self._kernels[name] == 1 and layer.columns == x.shape[-1] and count >= ROWS:
            rows = np.ascontiguousarray(x).reshape(count, layer.columns)
        else:
            rows = np.zeros((max(count, ROWS), layer.columns), dtype=self._stored)
            outside = self._stored(self._outside[name])
            _maps.store_neighbourhoods(np.ascontiguousarray(x), outside, self._kernels[name], rows)
        values = layer_values(layer, rows, count)
        return np.ascontiguousarray(values).reshape(*x.shape[:-1], layer.outputs)

    def wider(self, name: str, x: NDArray[Any]) -> NDArray[Any]:
        return self._wider(name, x, np.int16)

    def wider_bytes(self, name: str, x: NDArray[Any]) -> NDArray[np.int8]:
        return self._wider(name, x, np.int8)

    def _wider(self, name: str, x: NDArray[Any], kind: type[np.generic]) -> NDArray[Any]:
        (b, h, w, _), factor = x.shape, self._factors[name]
        pixels = self.dense(name, x).reshape(b, h, w, factor, -1)
        wide = np.empty((b, h, factor, w, pixels.shape[-1]), dtype=kind)
        _maps.spread(pixels, wide)
        return wide.reshape(b, h * factor, w * factor, -1)

    def activations(self, x: NDArray[Any]) -> NDArray[Any]:
        result: NDArray[Any] = x.astype(self._stored)
        return result

    def rectify(self, stream: NDArray[Any], scale: float) -> NDArray[Any]:
        result = np.empty(stream.shape, dtype=self._stored)
        _maps.rectify(stream.reshape(-1), np.float32(scale), result.reshape(-1))
        return result

    def add(self, stream: NDArray[Any], branch: NDArray[Any]) -> NDArray[Any]:
        total = np.empty(stream.shape, dtype=np.int16)
        _maps.add(stream.reshape(-1), branch.reshape(-1), np.int32(layers.STREAM_MAX), total.reshape(-1))
        return total

    def to_depth(self, x: NDArray[Any], factor: int) -> NDArray[Any]:
        b, h, w, c = x.shape
        x = x.reshape(b, h // factor, factor, w // factor, factor, c).transpose(0, 1, 3, 5, 2, 4)
        return np.ascontiguousarray(x).reshape(b, h // factor, w // factor, c * factor * factor)

    def outputs(self, x: NDArray[Any]) -> NDArray[np.int16]:
        return x.astype(np.int16, copy=False)

    def sums(self, name: str, rows: NDArray[np.int16]) -> NDArray[np.int32]:
        sums = layer_sums(self.layers[name], rows)
        found = np.empty_like(sums)
        found[:, pixel_order(sums.shape[1], self._factors.get(name, 1))] = sums
        return found


def pixel_order(outputs: int, factor: int) -> NDArray[np.intp]:
    """The outputs that are factor**2 pixels, in the order of layers.to_depth, pixel by pixel."""
    return np.arange(outputs).reshape(-1, factor * factor).T.reshape(-1)


def pixel_by_pixel(layer: Dense, factor: int) -> Dense:
    """A layer whose outputs are so ordered: the channels of a pixel side by side, and the pixels of a row."""
    order = pixel_order(len(layer.bias), factor)
    parts = {part: getattr(layer, part)[order] for part in ("weight", "bias", "scale", "lowest", "highest")}
    return replace(layer, **parts)
