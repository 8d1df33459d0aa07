"""PNG files as chunks. Those that hold no pixels are kept as they are. PNG 3rd edition (W3C 2025), sections 5, 11."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}  # by colour type; 3, the palette, is missing
_COLOUR_TYPES = {channels: colour_type for colour_type, channels in _CHANNELS.items()}
_LEAD = struct.Struct(">I4s")
_IHDR = struct.Struct(">IIBBBBB")


@dataclass(frozen=True, slots=True)
class Chunks:
    """A PNG taken apart: before, image_data and after hold whole chunks with length, type and CRC."""

    width: int
    height: int
    channels: int
    header: bytes  # the IHDR chunk
    before: bytes
    image_data: bytes
    after: bytes

    def pixels_only(self) -> bytes:
        """A PNG of the same pixels with nothing beside them."""
        return SIGNATURE + self.header + self.image_data + chunk(b"IEND", b"")


def take_apart(data: bytes) -> Chunks | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    chunks = _chunks(data)
    kinds = [kind for kind, _, _ in chunks]
    if kinds[0] != b"IHDR" or b"IDAT" not in kinds:
        raise ImageError("The PNG file is damaged: it has no image header or no image data.")
    header = data[chunks[0][1] : chunks[0][2]]
    if len(header) != 12 + _IHDR.size:
        raise ImageError("The PNG file is damaged: its image header has the wrong size.")
    width, height, depth, colour_type, *_ = _IHDR.unpack(header[8:-4])
    if not width or not height:
        raise ImageError(f"The PNG file is damaged: it says that it has {width} x {height} pixels.")
    if reason := _why_kept(kinds, depth, colour_type, left_over=len(data) - chunks[-1][2]):
        return Kept("PNG", reason)
    first, last = _image_data_span(kinds)
    return Chunks(
        width,
        height,
        _CHANNELS[colour_type],
        header,
        before=data[chunks[0][2] : chunks[first][1]],
        image_data=data[chunks[first][1] : chunks[last][2]],
        after=data[chunks[last][2] : chunks[-1][1]],
    )


def put_together(plain: bytes, before: bytes, after: bytes) -> bytes:
    """A PNG with the pixels of `plain`, which is any PNG of them, and the chunks of before and after."""
    parts = take_apart(plain)
    if isinstance(parts, Kept):
        raise AssertionError(f"the encoder gave a PNG of another mode: {parts.reason}")  # noqa: TRY004
    fields = (parts.width, parts.height, 8, _COLOUR_TYPES[parts.channels], 0, 0, 0)
    header = chunk(b"IHDR", _IHDR.pack(*fields))
    return b"".join([SIGNATURE, header, before, parts.image_data, after, chunk(b"IEND", b"")])


def chunk(kind: bytes, body: bytes) -> bytes:
    """One whole chunk."""
    return _LEAD.pack(len(body), kind) + body + zlib.crc32(kind + body).to_bytes(4, "big")


def _chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, begin and end of each chunk up to IEND. Checks the CRC of the needed ones."""
    chunks: list[tuple[bytes, int, int]] = []
    position = len(SIGNATURE)
    while not chunks or chunks[-1][0] != b"IEND":
        if position + 12 > len(data):
            raise ImageError(f"The PNG file ends early, after {len(data)} bytes.")
        length, kind = _LEAD.unpack_from(data, position)
        end = position + 12 + length
        if end > len(data):
            raise ImageError(f"The PNG file ends early: {end} bytes are announced and {len(data)} are there.")
        is_needed = not kind[0] & 0x20
        stated = int.from_bytes(data[end - 4 : end], "big")
        if is_needed and zlib.crc32(memoryview(data)[position + 4 : end - 4]) != stated:
            raise ImageError(f"The PNG file is damaged: a checksum at byte {end - 4} is wrong.")
        chunks.append((kind, position, end))
        position = end
    return chunks


def _image_data_span(kinds: list[bytes]) -> tuple[int, int]:
    """Numbers of the first and the last IDAT chunk."""
    return kinds.index(b"IDAT"), len(kinds) - 1 - kinds[::-1].index(b"IDAT")


def _why_kept(kinds: list[bytes], depth: int, colour_type: int, *, left_over: int) -> str:
    if colour_type not in _CHANNELS:
        return "It has a palette."
    if depth != 8:
        return f"It has {depth} bits a sample."
    if b"acTL" in kinds:
        return "It is animated."
    first, last = _image_data_span(kinds)
    if any(kind != b"IDAT" for kind in kinds[first:last]) or kinds.count(b"IHDR") > 1:
        return "Its chunks are in an unusual order."
    return "Other data follows the image." if left_over else ""
