"""QOI files (Szablewski 2021). Their header's last two bytes are kept, their pixels are coded anew."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Kept, Pixels, Raster, compact

KIND = 0x04
_HEADER = struct.Struct(">4sIIBB")
_END = bytes(7) + b"\x01"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a header says."""

    width: int
    height: int
    channels: int


def is_qoi(data: bytes) -> bool:
    """Whether the file says that it is one."""
    return data.startswith(b"qoif")


def shape_of(data: bytes) -> Shape | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    if len(data) < _HEADER.size + len(_END):
        raise ImageError("The QOI file ends early, after {count} bytes.", count=len(data))
    _, width, height, channels, _ = _HEADER.unpack_from(data)
    if not width or not height or channels not in (3, 4):
        raise ImageError(
            "The QOI file is damaged: it says {width} x {height} pixels of {channels} channels.",
            width=width,
            height=height,
            channels=channels,
        )
    return Shape(width, height, channels) if data.endswith(_END) else Kept("QOI", "Other data follows the image.")


def read(data: bytes, shape: Shape) -> Raster:
    """Raises ImageError."""
    import imagecodecs

    try:
        pixels: Pixels = imagecodecs.qoi_decode(data).reshape(shape.height, shape.width, shape.channels)
    except (RuntimeError, ValueError, MemoryError) as error:
        raise ImageError("The QOI file is damaged ({error}).", error=error) from error
    return Raster(pixels, KIND, data[_HEADER.size - 1 : _HEADER.size])


def build(raster: Raster) -> bytes:
    """A QOI file of these pixels, with the colour space that was kept."""
    import imagecodecs

    data = bytes(imagecodecs.qoi_encode(compact(raster.pixels)))
    return data[: _HEADER.size - 1] + raster.before + data[_HEADER.size :]
