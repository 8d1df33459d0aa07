"""The model's codec in either order of bits-back, for accounts and comparisons; files are written by service/engine.py.

The streams, batches and payloads are those of FORMAT.md, section 5, so that sizes can be compared to the byte. All is
done on one thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bitswap_app.coding._types import Uint32s
from bitswap_app.coding.bits_back import Level, bb_ans, bit_swap, seed_bits
from bitswap_app.coding.codec import Codec
from bitswap_app.coding.colour import colours_of, from_levels
from bitswap_app.coding.ledger import Ledger
from bitswap_app.coding.message import Message
from bitswap_app.coding.tiling import part_of, plan_tiles
from bitswap_app.errors import CorruptFile, EmptyMessage
from bitswap_app.model.canvas import Canvas
from bitswap_app.model.runtime import Runtime
from bitswap_app.model.tile_codec import TileModel
from bitswap_app.service.engine import Engine, canvas_of
from bitswap_app.service.streams import Block, Payload, batches, joined, parted, plan_streams, tiles_of

Pixels = NDArray[np.uint8]
Levels = NDArray[np.int16]
Order = Callable[[Codec[Levels], Sequence[Level[Levels]]], Codec[Levels]]

GROUPS = ("Y", "Co", "Cg")  # a pixel's sub-pixels, in the order in which they are coded
_PIXELS = "pixels"  # as model/tile_codec.py books them
_SEED_BYTES = 1 << 16  # many times what one tile borrows


@dataclass(slots=True)
class GroupLedger(Ledger):
    """A ledger that books the colour channels of pixels apart."""

    groups: dict[str, float] = field(default_factory=dict)

    def book_push(self, freqs: Uint32s, precision: int) -> None:
        Ledger.book_push(self, freqs, precision)
        if self._label == _PIXELS:
            for group, part in zip(GROUPS, freqs.reshape(-1, len(GROUPS)).T, strict=True):
                cost = float(precision * part.size - np.log2(part).sum(dtype=np.float64))
                self.groups[group] = self.groups.get(group, 0.0) + cost

    @property
    def parts(self) -> dict[str, float]:
        """Net bits of each colour channel and each latent layer."""
        latents = {name: entry.net_bits for name, entry in self.entries.items() if name != _PIXELS}
        return dict(sorted(self.groups.items(), key=lambda item: GROUPS.index(item[0]))) | latents


class OrderedEngine:
    """A payloads.Engine in an order of one's choice: bit_swap gives the bytes that files have, bb_ans others.

    parts  net bits by colour channel and latent layer of what was coded last
    """

    def __init__(self, engine: Engine, order: Order) -> None:
        self._engine, self._order = engine, order
        self.parts: dict[str, float] = {}

    @property
    def model_id(self) -> bytes:
        return self._engine.model_id

    def compress_image(self, pixels: Pixels, report: Callable[[int, int], None], *, check: bool = False) -> bytes:
        """uint8[H, W, 3] -> payload. Nothing is reported and nothing checked."""
        del report, check
        self.parts = {}
        plan = plan_streams(pixels.shape[0], pixels.shape[1], self._engine.tile)
        streams = [self._encode_stream(pixels, blocks) for blocks in plan]
        return Payload((0, 0), tuple(streams)).to_bytes()

    def decompress_image(
        self, payload: bytes, height: int, width: int, report: Callable[[int, int], None]
    ) -> NDArray[np.uint8]:
        """The inverse. Raises CorruptFile."""
        del report
        plan = plan_streams(height, width, self._engine.tile)
        pixels = np.empty((height, width, 3), dtype=np.uint8)
        for blocks, (free, data) in zip(plan, Payload.from_bytes(payload, len(plan)).streams, strict=True):
            self._decode_stream(data, free, blocks, pixels)
        return pixels

    def _encode_stream(self, pixels: Pixels, blocks: Sequence[Block]) -> tuple[int, bytes]:
        k, runtime, colours = 0, self._engine.coder, colours_of(pixels)
        canvas = canvas_of(pixels, blocks, colours)
        while True:
            ledger = GroupLedger()
            message = Message.empty(ledger=ledger)
            canvas.remember(tiles_of(blocks))
            try:
                for tiles, is_free in reversed(batches(blocks, runtime.config.tile, k)):
                    model = TileModel(runtime, tiles, canvas, colours=colours)
                    message = self._codec(model, free=is_free).push(message, model.symbols())
                    canvas.forget(tiles)
            except EmptyMessage:
                k += 1
                continue
            for name, bits in ledger.parts.items():
                self.parts[name] = self.parts.get(name, 0.0) + bits
            return joined(self._engine.learns, colours, k), message.to_bytes()

    def _decode_stream(self, data: bytes, free: int, blocks: Sequence[Block], pixels: Pixels) -> None:
        message, (learns, colours, k) = Message.from_bytes(data), parted(free)
        runtime, canvas = self._engine.runtime.learning(learns), Canvas(tiles_of(blocks))
        for tiles, is_free in batches(blocks, runtime.config.tile, k):
            model = TileModel(runtime, tiles, canvas, colours=colours)
            message, x = self._codec(model, free=is_free).pop(message)
            for levels, tile in zip(x, tiles, strict=True):
                canvas.learn(tile, levels[: tile.height, : tile.width])
                part_of(pixels, tile)[:] = from_levels(canvas.levels_of(tile), colours)
        if not message.is_empty:
            raise CorruptFile("The coded pixels do not end where they should.")

    def _codec(self, model: TileModel, *, free: bool) -> Codec[Levels]:
        return model.without_latents if free else self._order(model.top_prior, model.levels)


@dataclass(frozen=True, slots=True)
class InitialBits:
    """What a picture's first tile borrows before it pays back, [bits], by the number of latent layers that are used."""

    bit_swap: tuple[float, ...]
    bb_ans: tuple[float, ...]


def initial_bits(runtime: Runtime, pixels: Pixels) -> InitialBits:
    """For chains of 1 to all of the model's layers.

    A shorter chain ends in the distribution that the layer above, all zero, gives: the posteriors that borrow are the
    same.
    """
    seed = Message.from_bytes(hashlib.shake_128(b"seed").digest(_SEED_BYTES) + b"\1")
    first, colours = plan_tiles(pixels.shape[0], pixels.shape[1], runtime.config.tile)[:1], colours_of(pixels)
    model = TileModel(runtime, first, canvas_of(pixels, [first], colours), colours=colours)
    x = model.symbols()
    found: dict[Order, list[float]] = {bit_swap: [], bb_ans: []}
    for depth in range(1, len(model.levels) + 1):
        top = _prior_of(model, depth)
        for order, bits in found.items():
            bits.append(seed_bits(order(top, model.levels[:depth]), x, seed))
    return InitialBits(tuple(found[bit_swap]), tuple(found[bb_ans]))


def _prior_of(model: TileModel, depth: int) -> Codec[Levels]:
    if depth == len(model.levels):
        return model.top_prior
    _, above = model.top_prior.pop(Message.from_bytes(hashlib.shake_128(b"top").digest(_SEED_BYTES) + b"\1"))
    for likelihood, _ in reversed(model.levels[depth + 1 :]):
        above = likelihood(above).pop(Message.from_bytes(hashlib.shake_128(b"on").digest(_SEED_BYTES) + b"\1"))[1]
    return model.levels[depth][0](np.zeros_like(above))
