"""Pictures as coding tiles: cut into squares, sides padded to multiples of 32 by repeating the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

ScalarT = TypeVar("ScalarT", bound=np.generic)

UNIT_SIDE = 32  # every tile's padded sides are multiples of it


@dataclass(frozen=True, slots=True)
class Tile:
    """A rectangle of the picture: its place and the part that the picture covers, in pixels."""

    top: int
    left: int
    height: int
    width: int

    @property
    def padded(self) -> tuple[int, int]:
        """Height and width rounded up to multiples of 32."""
        return _round_up(self.height), _round_up(self.width)

    @property
    def pixels(self) -> int:
        return self.height * self.width


def plan_tiles(height: int, width: int, side: int) -> tuple[Tile, ...]:
    """The tiles of a picture in raster order; those at the right and bottom edges may be smaller than side."""
    if height < 1 or width < 1:
        raise ValueError(f"a picture of {width} x {height} pixels has no tiles")
    return tuple(
        Tile(top, left, min(side, height - top), min(side, width - left))
        for top in range(0, height, side)
        for left in range(0, width, side)
    )


def box_of(tiles: Sequence[Tile]) -> Tile:
    """The smallest rectangle around some tiles."""
    top, left = min(tile.top for tile in tiles), min(tile.left for tile in tiles)
    bottom, right = max(tile.top + tile.height for tile in tiles), max(tile.left + tile.width for tile in tiles)
    return Tile(top, left, bottom - top, right - left)


def part_of(values: NDArray[ScalarT], tile: Tile, box: Tile | None = None) -> NDArray[ScalarT]:
    """The view of values[H, W, ...], which cover a box or the whole picture, that a tile covers."""
    top, left = (tile.top - box.top, tile.left - box.left) if box else (tile.top, tile.left)
    return values[top : top + tile.height, left : left + tile.width]


def cut(picture: NDArray[ScalarT], tile: Tile) -> NDArray[ScalarT]:
    """A tile of picture[H, W, ...], padded."""
    return pad(part_of(picture, tile), tile.padded)


def pad(part: NDArray[ScalarT], shape: tuple[int, int]) -> NDArray[ScalarT]:
    """part[h, w, ...] extended to shape by repeating its last row and column; itself where nothing is missing."""
    if part.shape[:2] == shape:
        return part
    rows = np.minimum(np.arange(shape[0]), part.shape[0] - 1)
    columns = np.minimum(np.arange(shape[1]), part.shape[1] - 1)
    padded: NDArray[ScalarT] = part[rows[:, None], columns[None, :]]
    return padded


def _round_up(side: int) -> int:
    return -(-side // UNIT_SIDE) * UNIT_SIDE
