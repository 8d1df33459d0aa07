"""Bytes that are stored as they are or as one Zstandard frame, whichever is smaller. FORMAT.md, section 3.4."""

from __future__ import annotations

import zstandard

from bitswap_app.errors import CorruptFile

RAW, ZSTANDARD = 0, 1

# Level 19 packs about 3 MB a second, level 9 about 50. Files that large are already compressed, mostly.
_STRONG, QUICK = 19, 9
_STRONG_UP_TO = 16 << 20


def pack(data: bytes) -> bytes:
    """At most one byte longer than data."""
    level = _STRONG if len(data) <= _STRONG_UP_TO else QUICK
    frame = zstandard.ZstdCompressor(level=level, write_content_size=True).compress(data)
    return bytes([ZSTANDARD]) + frame if len(frame) < len(data) else bytes([RAW]) + data


def quick_size(data: bytes) -> int:
    """About what pack would need, at 300 MB a second and more."""
    return min(len(data), len(zstandard.ZstdCompressor(level=1).compress(data)))


def unpack(packed: bytes | memoryview, limit: int) -> bytes:
    """Undoes pack. Raises CorruptFile, before anything is allocated, if the result would be longer than limit."""
    if not len(packed):
        raise CorruptFile("A packed part of the file has no bytes; it needs one at least.")
    kind, data = packed[0], bytes(packed[1:])
    if kind == RAW:
        size = len(data)
    elif kind == ZSTANDARD:
        size = content_size(data)
    else:
        raise CorruptFile("A part of the file is packed in way {kind}; 0 and 1 are known.", kind=kind)
    if size > limit:
        raise CorruptFile(
            "A packed part of the file holds {size} bytes; at most {limit} can be right there.", size=size, limit=limit
        )
    return data if kind == RAW else _decompress(data)


def content_size(frame: bytes) -> int:
    """What a Zstandard frame says by its beginning. Raises CorruptFile."""
    try:
        size = zstandard.get_frame_parameters(frame).content_size
    except zstandard.ZstdError as error:
        raise CorruptFile("A packed part of the file is no Zstandard frame ({error}).", error=error) from error
    if size in (zstandard.CONTENTSIZE_UNKNOWN, zstandard.CONTENTSIZE_ERROR):
        raise CorruptFile("A packed part of the file does not state its size.")
    return size


def _decompress(frame: bytes) -> bytes:
    try:
        return zstandard.ZstdDecompressor().decompress(frame, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise CorruptFile("A packed part of the file cannot be unpacked ({error}).", error=error) from error
