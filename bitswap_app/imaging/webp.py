"""WebP files as RIFF chunks. Those that hold no pixels are kept as they are. RFC 9649, section 2."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept

_LEAD = struct.Struct("<4sI")
_SIDE_MASK = (1 << 14) - 1


@dataclass(frozen=True, slots=True)
class Chunks:
    """A lossless WebP taken apart: each part holds whole chunks with type, length and filling."""

    width: int
    height: int
    before: bytes
    image_data: bytes
    after: bytes

    def pixels_only(self) -> bytes:
        """A WebP of the same pixels with nothing beside them."""
        return _riff(self.image_data)


def is_webp(data: bytes) -> bool:
    """Whether the file says that it is one."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def take_apart(data: bytes) -> Chunks | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    chunks = _chunks(data)
    kinds = [kind for kind, _, _ in chunks]
    if b"ANMF" in kinds or b"ANIM" in kinds:
        return Kept("WebP", "It is animated.")
    if b"VP8 " in kinds:
        return Kept("WebP", "It was compressed with loss.")
    if kinds.count(b"VP8L") != 1:
        raise ImageError(f"The WebP file is damaged: it has {kinds.count(b'VP8L')} images where 1 is required.")
    if data != _riff(data[12:]):
        return Kept("WebP", "Its size field is unusual.")
    _, begin, end = chunks[kinds.index(b"VP8L")]
    if end - begin < 8 + 5:
        raise ImageError("The WebP file is damaged: its image ends in its header.")
    bits = int.from_bytes(data[begin + 9 : begin + 13], "little")
    width, height = (bits & _SIDE_MASK) + 1, (bits >> 14 & _SIDE_MASK) + 1
    return Chunks(width, height, before=data[12:begin], image_data=data[begin:end], after=data[end:])


def put_together(plain: bytes, before: bytes, after: bytes) -> bytes:
    """A WebP with the pixels of `plain`, which is any lossless WebP of them, and the chunks of before and after."""
    parts = take_apart(plain)
    if isinstance(parts, Kept):
        raise AssertionError(f"the encoder gave another WebP: {parts.reason}")  # noqa: TRY004
    return _riff(before + parts.image_data + after)


def _riff(chunks: bytes) -> bytes:
    return _LEAD.pack(b"RIFF", len(chunks) + 4) + b"WEBP" + chunks


def _chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, begin and end (filling included) of each chunk."""
    chunks = []
    position = 12
    while position < len(data):
        if position + 8 > len(data):
            raise ImageError(f"The WebP file ends early, after {len(data)} bytes.")
        kind, length = _LEAD.unpack_from(data, position)
        end = position + 8 + length + length % 2
        if end > len(data):
            raise ImageError(f"The WebP file ends early: {end} bytes are announced and {len(data)} are there.")
        chunks.append((kind, position, end))
        position = end
    return chunks
