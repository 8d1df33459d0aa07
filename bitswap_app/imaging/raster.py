"""Pixels, and what must survive beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8] | NDArray[np.uint16]


class FileKind(IntEnum):
    """What file to build from pixels. The numbers are FORMAT.md's, section 3.3."""

    PNG = 0x00
    WEBP = 0x01
    # A block of rows inside bytes that are kept. Bit 0: bottom row first; 1: blue first; 3: rows filled to 4 bytes.
    ROWS = 0x10
    ROWS_UP = 0x11
    ROWS_BGR = 0x12
    ROWS_BGR_UP = 0x13
    ROWS_FILLED = 0x18
    ROWS_FILLED_UP = 0x19
    ROWS_FILLED_BGR = 0x1A
    ROWS_FILLED_BGR_UP = 0x1B

    @property
    def is_exact(self) -> bool:
        """Whether the source file comes back byte for byte, and not only its pixels and metadata."""
        return self >= FileKind.ROWS


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """An image that can be built again.

    pixels         uint8 or uint16[H, W, C]; C is 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha (not premultiplied)
    kind           the file to build
    before, after  the source file's own bytes around its pixel data, by kind (FORMAT.md, 3.3): the chunks with colour
                   profile, gamma, EXIF, XMP, text and resolution. They are kept as bytes rather than as fields, so that
                   what this program has never heard of survives too.
    """

    pixels: Pixels
    kind: FileKind
    before: bytes = b""
    after: bytes = b""

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or not 1 <= self.pixels.shape[2] <= 4 or 0 in self.pixels.shape:
            raise ValueError(f"pixels of shape {self.pixels.shape} are no [H, W, C] with 1 to 4 channels")
        if self.pixels.dtype not in (np.uint8, np.uint16):
            raise ValueError(f"pixels of type {self.pixels.dtype}; uint8 and uint16 are possible")

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def channels(self) -> int:
        return int(self.pixels.shape[2])

    @property
    def depth(self) -> int:
        """Bits a sample."""
        return self.pixels.dtype.itemsize * 8

    @property
    def is_rgb8(self) -> bool:
        """Whether the network can code it."""
        return self.channels == 3 and self.depth == 8

    def pixel_bytes(self) -> bytes:
        """What digests are taken of: rows from the top, samples in channel order, 16-bit ones little-endian."""
        return np.ascontiguousarray(self.pixels, self.pixels.dtype.newbyteorder("<")).tobytes()

    def same_as(self, other: Raster) -> bool:
        """Equal pixels of equal type and shape, and equal surroundings."""
        return (
            self.pixels.dtype == other.pixels.dtype
            and np.array_equal(self.pixels, other.pixels)
            and (self.kind, self.before, self.after) == (other.kind, other.before, other.after)
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole image that this version cannot build again from pixels, so that its file is kept byte for byte.

    format   "JPEG", "GIF", ...
    reason   a sentence for people
    """

    format: str
    reason: str
