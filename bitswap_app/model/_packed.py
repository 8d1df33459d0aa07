"""Layers laid out in memory as the tiles of _dense.py read them, and rows of inputs as those want them stored."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.model._vectors import Multiplier
from bitswap_app.model.layers import Dense

ROWS = 6  # of a tile: with two vectors a row, 12 sums hide a multiplication's latency and leave registers for inputs
HEAD_LANES = 16  # units of a head that are rectified at once
OFFSET = 128  # of signed inputs, to store them as 0..255


class Packed(NamedTuple):
    """A layer as tiles read it; outputs beyond its own, up to a whole panel, are 0. Several in one: one more axis.

    weight  int8 or int16[panels, groups, columns, group]
    bias    int32[panels * columns], less OFFSET times the weights of inputs that are stored plus OFFSET
    limits  float32[3, panels * columns]: scale, lowest and highest (in one array: each costs compile time)
    """

    weight: NDArray[Any]
    bias: NDArray[np.int32]
    limits: NDArray[np.float32]


class PackedLayer:
    """A layer as tiles read it, and its inputs.

    offset  the inputs that are stored plus OFFSET
    gap     (first, length) of columns of a stored row that stand between inputs and have no weight
    """

    def __init__(
        self, layer: Dense, by: Multiplier, *, offset: slice = slice(0), gap: tuple[int, int] = (0, 0)
    ) -> None:
        self.outputs, inputs = layer.weight.shape
        self._by, self._offset, self._gap = by, offset, gap
        self.columns = round_up(inputs + gap[1], by.group)
        padded = self._spread(layer.weight, round_up(self.outputs, by.columns), by.weight)
        panels = padded.reshape(-1, by.columns, self.columns // by.group, by.group).transpose(0, 2, 1, 3)
        stored = OFFSET * layer.weight[:, offset].astype(np.int64).sum(1)

        def widened(values: NDArray[Any], dtype: type[np.generic]) -> NDArray[Any]:
            return np.pad(values.astype(dtype), (0, len(padded) - self.outputs))

        self.kinds = self._kinds(inputs)
        self.packed = Packed(
            np.ascontiguousarray(panels),
            widened(layer.bias - stored, np.int32),
            np.stack([widened(values, np.float32) for values in (layer.scale, layer.lowest, layer.highest)]),
        )

    def stored(self, inputs: NDArray[Any]) -> NDArray[Any]:
        """Integers[N, in] as the kernels take them, in a whole number of tiles."""
        shifted = inputs.astype(np.int16)
        shifted[:, self._offset] += OFFSET
        return self._spread(shifted, round_up(len(inputs), ROWS), self._by.inputs)

    def _kinds(self, inputs: int) -> NDArray[np.int8]:
        """int8[columns]: 0 for a column of a stored row that has no weight, 1, or 2 where it is stored plus OFFSET."""
        kinds = np.ones((1, inputs), dtype=np.int16)
        kinds[:, self._offset] = 2
        found: NDArray[np.int8] = self._spread(kinds, 1, np.int8)[0]
        return found

    def _spread(self, values: NDArray[Any], rows: int, dtype: type[np.generic]) -> NDArray[Any]:
        """Columns of inputs as columns of stored rows."""
        first, length = self._gap
        wide = np.zeros((rows, self.columns), dtype=dtype)
        wide[: len(values), :first] = values[:, :first]
        wide[: len(values), first + length : values.shape[1] + length] = values[:, first:]
        return wide


def stacked(layers: list[Packed]) -> Packed:
    """Layers of one shape in one, for kernels that walk over them."""
    return Packed(*(np.stack(parts) for parts in zip(*layers, strict=True)))


def round_up(count: int, to: int) -> int:
    """The next multiple."""
    return -(-count // to) * to
