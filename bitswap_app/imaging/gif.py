"""GIF files of one image: everything but its coded indices is kept as it is. GIF89a (CompuServe 1990)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept, Pixels, Raster, compact

KIND, KIND_INTERLACED = 0x02, 0x03
_SCREEN = struct.Struct("<6sHHBBB")
_DESCRIPTOR = struct.Struct("<BHHHHB")
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_HAS_TABLE, _INTERLACED = 0x80, 0x40
_GREY_TABLE = bytes(768)  # indices are wanted, whatever their colours
_FAULTS = (RuntimeError, ValueError, MemoryError)  # imagecodecs' GifError is a RuntimeError


@dataclass(frozen=True, slots=True)
class Parts:
    """A GIF taken apart; image_data goes from the code size to the end of the sub-blocks."""

    width: int
    height: int
    is_interlaced: bool
    before: bytes
    image_data: bytes
    after: bytes


def is_gif(data: bytes) -> bool:
    """Whether the file says that it is one."""
    return data[:6] in (b"GIF87a", b"GIF89a")


def take_apart(data: bytes) -> Parts | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    found: list[tuple[int, int, int, int, int]] = []
    try:
        position = _SCREEN.size + _table_bytes(data[10])
        while data[position] != _TRAILER:
            if data[position] == _EXTENSION:
                position = _end_of_blocks(data, position + 2)
            elif data[position] == _IMAGE:
                *_, width, height, flags = _DESCRIPTOR.unpack_from(data, position)
                begin = position + _DESCRIPTOR.size + _table_bytes(flags)
                position = _end_of_blocks(data, begin + 1)
                found.append((width, height, flags, begin, position))
            else:
                raise ImageError("The GIF file is damaged: there is no block of type {kind}.", kind=data[position])
    except (IndexError, struct.error):
        raise ImageError("The GIF file ends early, after {count} bytes.", count=len(data)) from None
    if len(found) != 1:
        return Kept("GIF", "It is animated." if found else "It holds no image.")
    width, height, flags, begin, end = found[0]
    if not width or not height:
        raise ImageError(
            "The GIF file is damaged: it says that it has {width} x {height} pixels.", width=width, height=height
        )
    return Parts(width, height, bool(flags & _INTERLACED), data[:begin], data[begin:end], data[end:])


def decode(parts: Parts) -> Pixels:
    """Palette indices, uint8[H, W, 1], rows in their order from the top. Raises ImageError."""
    import imagecodecs

    flags = _INTERLACED * parts.is_interlaced
    lead = _SCREEN.pack(b"GIF89a", parts.width, parts.height, 0xF7, 0, 0) + _GREY_TABLE
    descriptor = _DESCRIPTOR.pack(_IMAGE, 0, 0, parts.width, parts.height, flags)
    try:
        indices = imagecodecs.gif_decode(lead + descriptor + parts.image_data + bytes([_TRAILER]), asrgb=False)
        pixels: Pixels = indices.reshape(parts.height, parts.width, 1)
    except _FAULTS as error:
        raise ImageError("The GIF file is damaged ({error}).", error=error) from error
    return pixels


def build(raster: Raster) -> bytes:
    """A GIF with these indices and the same bytes around them."""
    import imagecodecs

    indices = raster.pixels[:, :, 0]
    if raster.kind == KIND_INTERLACED:
        indices = indices[_interlaced_rows(raster.height)]
    plain = take_apart(bytes(imagecodecs.gif_encode(compact(indices))))
    if isinstance(plain, Kept):
        raise AssertionError(f"the encoder gave another GIF: {plain.reason}")  # noqa: TRY004
    return raster.before + plain.image_data + raster.after


def _table_bytes(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & _HAS_TABLE else 0


def _end_of_blocks(data: bytes, position: int) -> int:
    while length := data[position]:
        position += 1 + length
    return position + 1


def _interlaced_rows(height: int) -> list[int]:
    """Numbers of the rows in the order in which an interlaced GIF holds them."""
    return [row for first, step in ((0, 8), (4, 8), (2, 4), (1, 2)) for row in range(first, height, step)]
