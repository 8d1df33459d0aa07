"""A payload's streams: which tiles they hold, in which batches, and how they lie in it. FORMAT.md, 5.1 and 5.2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bitswap_app.coding.colour import Colours
from bitswap_app.coding.tiling import UNIT_SIDE, Tile, part_of, plan_tiles
from bitswap_app.errors import CorruptFile
from bitswap_app.model.learning import Learns

TILES_PER_STREAM = 32  # at least, as a stream costs some 200 bytes, a part without latents and borders
MAX_STREAMS = 8
MAX_BATCH = 64  # tiles that are coded together; bounds memory
# In a stream's Free_Log: what learns as it is coded, and what the levels are.
LEARNS = {Learns.NOTHING: 0, Learns.LAST: 0x40, Learns.ALL: 0xC0}
COLOURS = {Colours.YCOCG: 0, Colours.JPEG: 0x20, Colours.GREY: 0x10}
Block = tuple[Tile, ...]  # tiles that fill a rectangle, in raster order


def plan_streams(height: int, width: int, side: int) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each stream: a function of the picture's and the tiles' size alone."""
    grid = Tile(0, 0, -(-height // side), -(-width // side))  # in tiles
    halvings = min(MAX_STREAMS, max(1, grid.pixels // TILES_PER_STREAM)).bit_length() - 1
    streams = [grid]
    for _ in range(halvings):
        streams = [half for rectangle in streams for half in _halves(rectangle)]
    tiles = np.array(plan_tiles(height, width, side), object).reshape(grid.height, grid.width)
    return tuple(
        tuple(tuple(part_of(tiles, block, grid).reshape(-1)) for block in _blocks(stream)) for stream in streams
    )


def tiles_of(blocks: Sequence[Block]) -> Block:
    """All tiles of a stream, in order."""
    return tuple(tile for block in blocks for tile in block)


def _blocks(rectangle: Tile) -> list[Tile]:
    """Halves, halves of halves and so on, until none has more than MAX_BATCH tiles."""
    if rectangle.pixels <= MAX_BATCH:
        return [rectangle]
    return [block for half in _halves(rectangle) for block in _blocks(half)]


def _halves(rectangle: Tile) -> tuple[Tile, Tile]:
    """Two rectangles side by side; one upon the other where it is not wider than high. The first is the smaller one."""
    top, left, height, width = rectangle.top, rectangle.left, rectangle.height, rectangle.width
    if height >= width:
        return Tile(top, left, height // 2, width), Tile(top + height // 2, left, height - height // 2, width)
    return Tile(top, left, height, width // 2), Tile(top, left + width // 2, height, width - width // 2)


def batches(blocks: Sequence[Block], side: int, k: int) -> list[tuple[Block, bool]]:
    """The tiles of each batch of a stream, in a decoder's order, and whether it is coded without latents.

    The stream's last tiles are, as many as 32 * 2**k rows of pixels make; the last one is cut in two where these
    are fewer than it has.
    """
    rows = UNIT_SIDE << k
    *others, last = blocks[-1]
    if rows < min(side, last.height):
        upper = replace(last, height=last.height - rows)
        others += [upper, replace(last, top=last.top + upper.height, height=rows)]
        blocks = (*blocks[:-1], tuple(others))
    left, found = max(0, sum(len(block) for block in blocks) - max(1, rows // side)), []
    for block in blocks:
        count = min(left, len(block))
        found += [(part, is_free) for part, is_free in ((block[:count], False), (block[count:], True)) if part]
        left -= count
    return found


@dataclass(frozen=True, slots=True)
class Payload:
    """A payload's parts.

    phase     (y, x) of the picture's first pixel in the block grid
    streams   (Free_Log, message) of each stream
    """

    phase: tuple[int, int]
    streams: tuple[tuple[int, bytes], ...]

    def to_bytes(self) -> bytes:
        parts = [bytes([16 * self.phase[0] + self.phase[1]])]
        for i, (free, message) in enumerate(self.streams):
            parts.append(bytes([free]))
            if i + 1 < len(self.streams):
                parts.append(len(message).to_bytes(4, "little"))
            parts.append(message)
        return b"".join(parts)

    @classmethod
    def from_bytes(cls, data: bytes, streams: int) -> Payload:
        """Raises CorruptFile."""
        if not data:
            raise CorruptFile("The coded pixels are missing.")
        at, found = 1, []
        for i in range(streams):
            head = 1 if i + 1 == streams else 5
            if at + head > len(data):
                raise CorruptFile("The coded pixels are cut short.")
            length = int.from_bytes(data[at + 1 : at + 5], "little") if head == 5 else len(data) - at - 1
            message = data[at + head : at + head + length]
            if len(message) != length:
                raise CorruptFile("The coded pixels are cut short.")
            found.append((data[at], message))
            at += head + length
        return cls((data[0] >> 4, data[0] & 15), tuple(found))


def joined(learns: Learns, colours: Colours, k: int) -> int:
    """A stream's Free_Log: what learns in it, its colours, and k, which says how much of it has no latents."""
    return k | LEARNS[learns] | COLOURS[colours]


def parted(free: int) -> tuple[Learns, Colours, int]:
    """The inverse of joined. Raises CorruptFile for flags that exclude each other."""
    learns = next((learns for learns, flag in LEARNS.items() if flag == free & 0xC0), None)
    colours = next((colours for colours, flag in COLOURS.items() if flag == free & 0x30), None)
    if learns is None or colours is None:
        raise CorruptFile("A stream is said to be coded in two ways at once.")
    return learns, colours, free & 0x0F
