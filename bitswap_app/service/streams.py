"""A payload's streams: which tiles they hold, in which batches, and how they lie in it. FORMAT.md, 5.1 and 5.2."""

from __future__ import annotations

from dataclasses import dataclass

from bitswap_app.coding.colour import Colours
from bitswap_app.errors import CorruptFile
from bitswap_app.model.learning import Learns

TILES_PER_STREAM = 32  # fewer make lockstep steps narrow, and a stream costs some 200 bytes and a lone first tile
MAX_STREAMS = 8
MAX_BATCH = 64  # tiles in lockstep; bounds memory, and wider steps gain nothing
# In a stream's Free_Log: what learns as it is coded, and what the levels are.
LEARNS = {Learns.NOTHING: 0, Learns.LAST: 0x40, Learns.HEADS: 0xC0, Learns.ALL: 0x80}
COLOURS = {Colours.YCOCG: 0, Colours.JPEG: 0x20, Colours.GREY: 0x10}


def stream_spans(tiles: int) -> list[tuple[int, int]]:
    """The tiles [first, last) of each stream, a function of their number alone."""
    streams = max(1, min(MAX_STREAMS, tiles // TILES_PER_STREAM))
    return [(i * tiles // streams, (i + 1) * tiles // streams) for i in range(streams)]


def batch_spans(tiles: int, free: int) -> list[tuple[int, int]]:
    """The tiles [first, last) of each batch of a stream, of which the first holds `free` tiles without latents."""
    spans = [(0, min(free, tiles))]
    while spans[-1][1] < tiles:
        done = spans[-1][1]
        spans.append((done, min(tiles, done + MAX_BATCH)))
    return spans


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
    """A stream's Free_Log: what learns in it, its colours, and k, the logarithm of its tiles without latents."""
    return k | LEARNS[learns] | COLOURS[colours]


def parted(free: int) -> tuple[Learns, Colours, int]:
    """The inverse of joined. Raises CorruptFile for flags that exclude each other."""
    learns = next(learns for learns, flag in LEARNS.items() if flag == free & 0xC0)
    colours = next((colours for colours, flag in COLOURS.items() if flag == free & 0x30), None)
    if colours is None:
        raise CorruptFile("A stream is said to be coded in two ways at once.")
    return learns, colours, free & 0x0F
