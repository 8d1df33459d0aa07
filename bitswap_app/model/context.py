"""What the likelihood of a pixel sees of the pixels before it: predictor, window of differences, position code.

The predictor is LOCO-I's median edge detector (Weinberger, Seroussi & Sapiro 2000). All values are integers, so that
training and the exact runtime share this code.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Integer
from bitswap_app.coding.colour import Colours
from bitswap_app.model.config import NEAR, UNIT, ModelConfig

Level = np.int16 | np.int32


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tiles of one batch, all in arrays of the same shape.

    levels   int16[T, H, W, 3]  Y, Co, Cg; only what is decoded so far is read
    heights  int64[T]           the part of each tile that the picture covers
    widths   int64[T]
    phases   int64[T, 2]        (y, x) of each tile's first pixel in the picture's block grid, 0 <= phase < grid
    colours                     what the levels are
    """

    levels: NDArray[np.int16]
    heights: NDArray[np.int64]
    widths: NDArray[np.int64]
    phases: NDArray[np.int64]
    colours: Colours = Colours.YCOCG


class ContextGatherer:
    """Builds the rows that enter the window network."""

    def __init__(self, config: ModelConfig) -> None:
        self._dys = np.array([dy for dy, _ in config.places], dtype=np.int64)
        self._dxs = np.array([dx for _, dx in config.places], dtype=np.int64)
        self._grid = config.grid
        self.inputs = config.context_inputs

    def gather(
        self, tiles: Tiles, rows: NDArray[np.int32], inputs: NDArray[np.int8], predictors: NDArray[np.int16]
    ) -> None:
        """Fill inputs[:, :self.inputs] and predictors for the pixels named by rows.

        rows        int32[N, 3]   tile, y, x
        inputs      int8[N, >= self.inputs]
        predictors  int16[N, 3]   median edge predictor of Y, Co, Cg, in levels
        """
        _gather(tiles.levels, tiles.widths, tiles.phases, rows, self._dys, self._dxs, self._grid, inputs, predictors)


def experts_of(inputs: NDArray[np.int8], config: ModelConfig) -> NDArray[np.int64]:
    """Which window network codes each pixel, int64[N], by its activity, from inputs as ContextGatherer fills them.

    Activity is the sum over the places of config.NEAR of 2 |Y| + |Co| + |Cg|, as differences from the predictor.
    """
    if not config.activities:
        return np.zeros(len(inputs), dtype=np.int64)
    first = 4 * np.array([config.places.index(place) for place in NEAR])
    near = np.abs(inputs[:, first[:, None] + np.arange(3)].astype(np.int16))
    activity = (near @ np.array([2, 1, 1], np.int16)).sum(1)
    which: NDArray[np.int64] = np.searchsorted(config.activities, activity, side="right").astype(np.int64)
    return which


@kernel
def median_edge(corner: Level, north: Level, west: Level, y: Integer, x: Integer, channel: int) -> np.int32:
    """The predictor of the pixel (y, x) of a tile, whose first row and column look at no neighbours beyond them."""
    c, n, w = np.int32(corner), np.int32(north), np.int32(west)
    if y > 0 and x > 0:
        return max(min(w + n - c, max(w, n)), min(w, n))
    if x > 0:
        return w
    if y > 0:
        return n
    return np.int32(128 if channel == 0 else 0)


@kernel
def _gather(
    levels: Int16s,
    widths: Int64s,
    phases: Int64s,
    rows: Int32s,
    dys: Int64s,
    dxs: Int64s,
    grid: int,
    inputs: NDArray[np.int8],
    predictors: Int16s,
) -> None:
    """ContextGatherer.gather; places are at (y + dys, x + dxs)."""
    places = dys.size
    for n in range(rows.shape[0]):
        tile, y, x = rows[n, 0], rows[n, 1], rows[n, 2]
        width = widths[tile]
        for c in range(3):
            corner, north, west = levels[tile, y - 1, x - 1, c], levels[tile, y - 1, x, c], levels[tile, y, x - 1, c]
            predictors[n, c] = median_edge(corner, north, west, y, x, c)
        p0, p1, p2 = int(predictors[n, 0]), int(predictors[n, 1]), int(predictors[n, 2])
        for p in range(places):
            v, u = y + dys[p], x + dxs[p]
            k = 4 * p
            if v >= 0 and u >= 0 and u < width:
                inputs[n, k] = max(-127, min(127, int(levels[tile, v, u, 0]) - p0))
                inputs[n, k + 1] = max(-127, min(127, int(levels[tile, v, u, 1]) - p1))
                inputs[n, k + 2] = max(-127, min(127, int(levels[tile, v, u, 2]) - p2))
                inputs[n, k + 3] = UNIT
            else:
                inputs[n, k] = 0
                inputs[n, k + 1] = 0
                inputs[n, k + 2] = 0
                inputs[n, k + 3] = 0
        k = 4 * places
        inputs[n, k] = max(-127, p0 - 128)
        inputs[n, k + 1] = max(-127, p1 >> 1)
        inputs[n, k + 2] = max(-127, p2 >> 1)
        k += 3
        for g in range(2 * grid):
            inputs[n, k + g] = 0
        if grid > 0:
            inputs[n, k + (y + phases[tile, 0]) % grid] = UNIT
            inputs[n, k + grid + (x + phases[tile, 1]) % grid] = UNIT


@kernel
def predict(levels: Int16s) -> Int16s:
    """Residuals from the median edge predictor: int16[T, H, W, 3] -> int16[T, H, W, 3]."""
    residuals = np.empty_like(levels)
    tiles, height, width, _ = levels.shape
    for t in range(tiles):
        for y in range(height):
            for x in range(width):
                for c in range(3):
                    corner, north, west = levels[t, y - 1, x - 1, c], levels[t, y - 1, x, c], levels[t, y, x - 1, c]
                    residuals[t, y, x, c] = levels[t, y, x, c] - median_edge(corner, north, west, y, x, c)
    return residuals
