"""The codec of a batch of tiles: the networks as the pieces that coding.bits_back folds together.

Symbols: x is int16[T, H, W, 3], the levels of all tiles with their padding; a latent layer is int32[n], the maps of all
tiles one after the other. The latent networks see each tile by itself. To the window networks the tiles of a batch are
one region, and they look beyond it at what a decoder knows already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding.bits_back import Level
from bitswap_app.coding.codec import Codec, labelled
from bitswap_app.coding.colour import Colours
from bitswap_app.coding.distributions import logistic
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import Tile, box_of, pad, part_of
from bitswap_app.coding.wavefront import push_wavefront
from bitswap_app.model.canvas import Canvas
from bitswap_app.model.config import LATENT_MAX, UNIT
from bitswap_app.model.context import Regions, border_of, predict
from bitswap_app.model.latent_networks import Logistics
from bitswap_app.model.runtime import Runtime

TILES_AT_ONCE = 8  # of the latent networks: their maps then fit a core's second-level cache
LATENT_COUNT = 2 * LATENT_MAX + 1

Symbols = NDArray[Any]
Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Group:
    """Some tiles of one padded shape, which go through the latent networks together."""

    height: int
    width: int
    members: tuple[int, ...]


class TileModel:
    """A LatentModel (coding/bits_back.py) of the tiles of one batch.

    tiles    side by side: each row of pixels is one run of theirs
    canvas   what is known of the pixels around them; nothing where it is left out
    phase    (y, x) of the picture's first pixel in the block grid
    colours  what levels are
    tick     called with the number of pixels coded since it was last called; what it raises passes through
    """

    def __init__(
        self,
        runtime: Runtime,
        tiles: Sequence[Tile],
        canvas: Canvas | None = None,
        phase: tuple[int, int] = (0, 0),
        colours: Colours = Colours.YCOCG,
        tick: Tick = lambda _: None,
    ) -> None:
        self._runtime, self._tiles, self._colours, self._tick = runtime, tuple(tiles), colours, tick
        shapes = [tile.padded for tile in tiles]
        self._groups = [
            Group(*shape, tuple(members))
            for shape in sorted(set(shapes))
            for members in _in_chunks([i for i, s in enumerate(shapes) if s == shape], TILES_AT_ONCE)
        ]
        self._canvas, self._phase = canvas or Canvas(tiles), phase
        self._box = box_of(tiles)
        self._firsts, self._lasts = rows_of(tiles, self._box)
        self.shape = (len(shapes), max(s[0] for s in shapes), max(s[1] for s in shapes), 3)

    def symbols(self) -> Symbols:
        """The batch's x, of the levels on its canvas."""
        x = np.zeros(self.shape, dtype=np.int16)
        for levels, tile in zip(x, self._tiles, strict=True):
            height, width = tile.padded
            levels[:height, :width] = pad(self._canvas.levels_of(tile), tile.padded)
        return x

    @property
    def top_prior(self) -> Codec[Symbols]:
        layer = len(self._runtime.config.latents)
        return self._latent_codec(layer, [self._runtime.latents.top(shape) for shape in self._map_shapes(layer)])

    @property
    def levels(self) -> Sequence[Level[Symbols]]:
        upper = [
            (partial(self._below, i), partial(self._above, i)) for i in range(1, len(self._runtime.config.latents))
        ]
        return [(self.likelihood, self._posterior), *upper]

    @property
    def without_latents(self) -> Codec[Symbols]:
        """p(x | z1 = 0), for the tiles that come before there are bits to borrow: no latent is coded."""
        count = sum(int(np.prod(shape)) for shape in self._map_shapes(1))
        return self.likelihood(np.zeros(count, dtype=np.int32))

    def likelihood(self, z: Symbols) -> Codec[Symbols]:
        """p(x | z1)."""
        features = np.zeros((1, self._box.height, self._box.width, self._runtime.config.features), dtype=np.int8)
        for group, maps in zip(self._groups, self._split(1, z), strict=True):
            for i, found in zip(group.members, self._runtime.latents.features(maps), strict=True):
                tile = self._tiles[i]
                part_of(features[0], tile, self._box)[:] = found[: tile.height, : tile.width]
        return labelled("pixels", Codec(partial(self._push_pixels, features), partial(self._pop_pixels, features)))

    def _posterior(self, x: Symbols) -> Codec[Symbols]:
        found = []
        for group in self._groups:
            levels = np.ascontiguousarray(x[list(group.members), : group.height, : group.width])
            found.append(self._runtime.latents.posterior(levels, predict(levels)))
        return self._latent_codec(1, found)

    def _above(self, layer: int, z: Symbols) -> Codec[Symbols]:
        return self._latent_codec(layer + 1, [self._runtime.latents.above(layer, m) for m in self._split(layer, z)])

    def _below(self, layer: int, z: Symbols) -> Codec[Symbols]:
        return self._latent_codec(layer, [self._runtime.latents.below(layer, m) for m in self._split(layer + 1, z)])

    def _latent_codec(self, layer: int, parts: list[Logistics]) -> Codec[Symbols]:
        means = np.concatenate([part.means.reshape(-1) for part in parts])
        scales = np.concatenate([part.scales.reshape(-1) for part in parts])
        return labelled(f"z{layer}", logistic(means, scales, -LATENT_MAX, LATENT_COUNT, self._runtime.tables))

    def _map_shapes(self, layer: int) -> list[tuple[int, int, int, int]]:
        latent = self._runtime.config.latents[layer - 1]
        return [
            (len(g.members), latent.channels, g.height // latent.stride, g.width // latent.stride) for g in self._groups
        ]

    def _split(self, layer: int, z: Symbols) -> list[Symbols]:
        shapes = self._map_shapes(layer)
        ends = np.cumsum([np.prod(shape) for shape in shapes])
        return [part.reshape(shape) for part, shape in zip(np.split(z, ends[:-1]), shapes, strict=True)]

    def _push_pixels(self, features: NDArray[np.int8], message: Message, x: Symbols) -> Message:
        regions = self._regions()
        for levels, tile in zip(x, self._tiles, strict=True):
            part_of(regions.inside[0], tile, self._box)[:] = levels[: tile.height, : tile.width]
        starts, freqs = self._runtime.pixels.intervals(regions, features, self._tick)
        push_wavefront(message, starts, freqs, self._firsts, self._lasts, self._runtime.config.slope)
        return message

    def _pop_pixels(self, features: NDArray[np.int8], message: Message) -> tuple[Message, Symbols]:
        regions, x = self._regions(), np.zeros(self.shape, dtype=np.int16)
        self._runtime.pixels.pop(message, regions, features, self._tick)
        for levels, tile in zip(x, self._tiles, strict=True):
            height, width = tile.padded
            levels[:height, :width] = pad(part_of(regions.inside[0], tile, self._box), tile.padded)
        return message, x

    def _regions(self) -> Regions:
        """The batch's region, without levels yet, within what is known around it."""
        config, box = self._runtime.config, self._box
        border, grid = border_of(config), max(1, config.grid)
        levels = self._canvas.around(box, border)
        for tile in self._tiles:
            part_of(levels[border.up :, border.left :], tile, box)[:] = 0, 0, 0, UNIT
        phase = np.array([[(box.top + self._phase[0]) % grid, (box.left + self._phase[1]) % grid]], np.int64)
        return Regions(levels[None], self._firsts, self._lasts, phase, border, self._colours)


def rows_of(tiles: Sequence[Tile], box: Tile) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(firsts, lasts) of the region that tiles make in the box around them."""
    firsts, lasts = np.full((1, box.height), box.width), np.zeros((1, box.height), np.int64)
    for tile in tiles:
        rows, left = slice(tile.top - box.top, tile.top - box.top + tile.height), tile.left - box.left
        firsts[0, rows] = np.minimum(firsts[0, rows], left)
        lasts[0, rows] = np.maximum(lasts[0, rows], left + tile.width)
    if (lasts - firsts).sum() != sum(tile.pixels for tile in tiles):
        raise ValueError("The tiles of a batch do not lie side by side.")
    return firsts, lasts


def _in_chunks(items: list[int], size: int) -> Iterator[list[int]]:
    for first in range(0, len(items), size):
        yield items[first : first + size]
