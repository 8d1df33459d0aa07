"""What a decoder knows of a stream's pixels, so that windows look beyond the batch that is being coded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.tiling import Tile, box_of, part_of
from bitswap_app.model.config import UNIT
from bitswap_app.model.context import Border


class Canvas:
    """Levels int16[H, W, 4] of the rectangle around some tiles: Y, Co, Cg, and UNIT where they are known."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        self._box = box_of(tiles)
        self._levels = np.zeros((self._box.height, self._box.width, 4), np.int16)

    def learn(self, tile: Tile, levels: NDArray[np.int16]) -> None:
        """A tile's levels int16[h, w, 3] are known from now on."""
        part = part_of(self._levels, tile, self._box)
        part[..., :3], part[..., 3] = levels, UNIT

    def remember(self, tiles: Sequence[Tile]) -> None:
        """Windows may look at these tiles again, as they were learnt."""
        for tile in tiles:
            part_of(self._levels, tile, self._box)[..., 3] = UNIT

    def forget(self, tiles: Sequence[Tile]) -> None:
        """Windows may not look at these tiles any more. Their levels stay where they are."""
        for tile in tiles:
            part_of(self._levels, tile, self._box)[..., 3] = 0

    def levels_of(self, tile: Tile) -> NDArray[np.int16]:
        """int16[h, w, 3], as they were learnt."""
        return part_of(self._levels, tile, self._box)[..., :3]

    def around(self, box: Tile, border: Border) -> NDArray[np.int16]:
        """int16[up + h + down, left + w + right, 4]: a rectangle and what is around it, zeros where that is unknown."""
        up, left, right = border
        found = np.zeros((up + box.height, left + box.width + right, 4), np.int16)
        top, first = box.top - up - self._box.top, box.left - left - self._box.left
        rows, columns = (
            slice(max(0, -start), max(0, min(size, end - start)))
            for start, size, end in zip((top, first), found.shape[:2], self._levels.shape[:2], strict=True)
        )
        source = self._levels[top + rows.start : top + rows.stop, first + columns.start : first + columns.stop]
        found[rows, columns] = source
        return found
