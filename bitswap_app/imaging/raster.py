"""Pixels, and what must survive beside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8] | NDArray[np.uint16]

MAX_PIXELS = 1 << 28  # what an image may have unless told otherwise: 0.8 GB of RGB
_ROWS_AT_ONCE = 1 << 22  # pixels compared at once, so that no comparison needs an array of the image's size


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """An image that can be built again.

    pixels         uint8 or uint16[H, W, C]; C is 1 grey or palette index, 2 grey and alpha, 3 RGB, 4 RGB and alpha (not
                   premultiplied). Samples of 1, 2 and 4 bits are uint8 and not scaled
    kind           the file to build: File_Kind of FORMAT.md, 3.3
    before, after  the source file's own bytes around its pixel data, by kind (FORMAT.md, 3.3): the chunks with colour
                   profile, gamma, EXIF, XMP, text and resolution. They are kept as bytes rather than as fields, so that
                   what this program has never heard of survives too.
    """

    pixels: Pixels
    kind: int
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
        """Bits a sample as they are held, 8 or 16."""
        return self.pixels.dtype.itemsize * 8

    def pixel_bytes(self) -> memoryview:
        """What digests are taken of: rows from the top, samples in channel order, 16-bit ones little-endian."""
        order = self.pixels.dtype.newbyteorder("<")
        return np.ascontiguousarray(self.pixels, order).view(np.uint8).reshape(-1).data

    def same_as(self, other: Raster) -> bool:
        """Equal pixels of equal type and shape, and equal surroundings."""
        return (
            self.pixels.dtype == other.pixels.dtype
            and self.pixels.shape == other.pixels.shape
            and (self.kind, self.before, self.after) == (other.kind, other.before, other.after)
            and all(np.array_equal(self.pixels[part], other.pixels[part]) for part in bands(self.height, self.width))
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that this version cannot build again from pixels, so that it is kept byte for byte.

    format   "JPEG", "GIF", ...; "" where it is no image that this version knows
    reason   a sentence for people
    """

    format: str
    reason: str


def bands(height: int, width: int, pixels: int = _ROWS_AT_ONCE, rows: int = 1 << 20) -> list[slice]:
    """Slices of whole rows from the top: of at most `rows`, and of at most `pixels` unless one row has more."""
    step = max(1, min(rows, pixels // width))
    return [slice(top, min(height, top + step)) for top in range(0, height, step)]


def compact(pixels: Pixels) -> Pixels:
    """The same values in one block, also where numpy lets strides of sides of 1 pass that codecs do not."""
    block = pixels if pixels.flags.c_contiguous else pixels.copy()
    return block.reshape(-1).reshape(pixels.shape)


def pack_samples(samples: Pixels, depth: int) -> NDArray[np.uint8]:
    """[H, W] below 2**depth -> uint8[H, bytes], the leftmost sample in the highest bits; depth is 1, 2 or 4."""
    if samples.max() >> depth:
        raise ValueError(f"a sample of {samples.max()} does not fit in {depth} bits")
    per_byte = 8 // depth
    padded = np.pad(samples, ((0, 0), (0, -samples.shape[1] % per_byte)))
    packed = np.zeros((padded.shape[0], padded.shape[1] // per_byte), np.uint8)
    for i in range(per_byte):
        packed |= padded[:, i::per_byte].astype(np.uint8) << np.uint8(8 - depth * (i + 1))
    return packed


def unpack_samples(packed: NDArray[np.uint8], depth: int, width: int) -> NDArray[np.uint8]:
    """Undoes pack_samples."""
    shifts = np.arange(8 - depth, -1, -depth, dtype=np.uint8)
    samples = packed[:, :, None] >> shifts & np.uint8((1 << depth) - 1)
    return np.ascontiguousarray(samples.reshape(packed.shape[0], -1)[:, :width])
