"""What the likelihood of a pixel sees of the pixels before it: predictor, window of differences, position code.

The predictor is LOCO-I's median edge detector (Weinberger, Seroussi & Sapiro 2000). All values are integers, so that
training and the exact runtime share this code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._jit import kernel
from bitswap_app.coding._types import Int16s, Int32s, Int64s, Integer
from bitswap_app.coding.colour import Colours
from bitswap_app.coding.wavefront import pixels_within
from bitswap_app.model.config import NEAR, UNIT, ModelConfig

Level = np.int16 | np.int32

REACH = 3  # how far around a region what is no window's may look (local_squares.py)
BEYOND = 8  # places right of a window's row that may be read, with it, at once


class Border(NamedTuple):
    """How far around a region its pixels' windows, and the kernels that read them in whole vectors, may look."""

    up: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Regions:
    """Parts of a picture whose pixels are coded together, each within a border of what lies around it.

    levels   int16[R, up + H, left + W + right, 4]  Y, Co, Cg, and UNIT where a window may look, else 0; of the region's
             own pixels only those decoded so far are read
    firsts, lasts  int64[R, H]  the region's pixels of each row, 0 <= firsts <= x < lasts <= W
    phases   int64[R, 2]        (y, x) of each region's first pixel in the picture's block grid, 0 <= phase < grid
    border                      that of the model
    colours                     what the levels are
    """

    levels: NDArray[np.int16]
    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    phases: NDArray[np.int64]
    border: Border
    colours: Colours = Colours.YCOCG

    @property
    def inside(self) -> NDArray[np.int16]:
        """The regions' levels without their borders, int16[R, H, W, 3], a view."""
        up, left, right = self.border
        return self.levels[:, up:, left : self.levels.shape[2] - right, :3]

    @property
    def covered(self) -> NDArray[np.bool_]:
        """Where the regions have pixels, bool[R, H, W]."""
        return pixels_within(self.firsts, self.lasts, self.inside.shape[2])


def border_of(config: ModelConfig) -> Border:
    """The border of regions that are coded with a model."""
    rows = config.window
    return Border(
        up=max(REACH, *(row.up for row in rows)),
        left=max(REACH, *(-row.first for row in rows)),
        right=max(0, *(row.last for row in rows)) + BEYOND,
    )


def regions_alone(
    config: ModelConfig,
    levels: NDArray[np.int16],
    heights: NDArray[np.int64],
    widths: NDArray[np.int64],
    phases: NDArray[np.int64],
    colours: Colours = Colours.YCOCG,
) -> Regions:
    """Rectangles of these sizes, of which levels int16[R, H, W, 3] hold the top left corners, with nothing around."""
    count, height, width = levels.shape[:3]
    border = border_of(config)
    firsts = np.zeros((count, height), np.int64)
    lasts = np.where(np.arange(height) < heights[:, None], widths[:, None], 0)
    room = np.zeros((count, border.up + height, border.left + width + border.right, 4), np.int16)
    regions = Regions(room, firsts, lasts, phases, border, colours)
    inside = room[:, border.up :, border.left : border.left + width]
    inside[..., :3] = levels
    inside[regions.covered, 3] = UNIT
    return regions


class ContextGatherer:
    """Builds the rows that enter the window network."""

    def __init__(self, config: ModelConfig) -> None:
        self._dys = np.array([dy for dy, _ in config.places], dtype=np.int64)
        self._dxs = np.array([dx for _, dx in config.places], dtype=np.int64)
        self._grid = config.grid
        self.inputs = config.context_inputs

    def gather(
        self, regions: Regions, rows: NDArray[np.int32], inputs: NDArray[np.int8], predictors: NDArray[np.int16]
    ) -> None:
        """Fill inputs[:, :self.inputs] and predictors for the pixels named by rows.

        rows        int32[N, 3]   region, y, x
        inputs      int8[N, >= self.inputs]
        predictors  int16[N, 3]   median edge predictor of Y, Co, Cg, in levels
        """
        up, left, _ = regions.border
        places = self._dys, self._dxs
        _gather(regions.levels, up, left, regions.phases, rows, *places, self._grid, inputs, predictors)


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
def median_edge(
    corner: Level, north: Level, west: Level, has_north: Integer, has_west: Integer, channel: int
) -> np.int32:
    """The predictor of a pixel of which a window may look at the neighbours above and to the left, or not (0)."""
    c, n, w = np.int32(corner), np.int32(north), np.int32(west)
    if has_north and has_west:
        return max(min(w + n - c, max(w, n)), min(w, n))
    if has_west:
        return w
    if has_north:
        return n
    return np.int32(128 if channel == 0 else 0)


@kernel
def _gather(
    levels: Int16s,
    up: int,
    left: int,
    phases: Int64s,
    rows: Int32s,
    dys: Int64s,
    dxs: Int64s,
    grid: int,
    inputs: NDArray[np.int8],
    predictors: Int16s,
) -> None:
    """ContextGatherer.gather; places are at (y + dys, x + dxs), up and left the border's."""
    places = dys.size
    for n in range(rows.shape[0]):
        i, y, x = rows[n, 0], rows[n, 1] + up, rows[n, 2] + left
        has_north, has_west = levels[i, y - 1, x, 3], levels[i, y, x - 1, 3]
        for c in range(3):
            corner, north, west = levels[i, y - 1, x - 1, c], levels[i, y - 1, x, c], levels[i, y, x - 1, c]
            predictors[n, c] = median_edge(corner, north, west, has_north, has_west, c)
        p0, p1, p2 = int(predictors[n, 0]), int(predictors[n, 1]), int(predictors[n, 2])
        for p in range(places):
            v, u = y + dys[p], x + dxs[p]
            k = 4 * p
            if levels[i, v, u, 3]:
                inputs[n, k] = max(-127, min(127, int(levels[i, v, u, 0]) - p0))
                inputs[n, k + 1] = max(-127, min(127, int(levels[i, v, u, 1]) - p1))
                inputs[n, k + 2] = max(-127, min(127, int(levels[i, v, u, 2]) - p2))
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
            inputs[n, k + (rows[n, 1] + phases[i, 0]) % grid] = UNIT
            inputs[n, k + grid + (rows[n, 2] + phases[i, 1]) % grid] = UNIT


@kernel
def predict(levels: Int16s) -> Int16s:
    """Residuals of tiles from the median edge predictor: int16[T, H, W, 3] -> int16[T, H, W, 3]."""
    residuals = np.empty_like(levels)
    tiles, height, width, _ = levels.shape
    for t in range(tiles):
        for y in range(height):
            for x in range(width):
                for c in range(3):
                    corner, north, west = levels[t, y - 1, x - 1, c], levels[t, y - 1, x, c], levels[t, y, x - 1, c]
                    residuals[t, y, x, c] = levels[t, y, x, c] - median_edge(corner, north, west, y, x, c)
    return residuals
