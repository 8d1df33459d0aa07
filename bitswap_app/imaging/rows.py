"""Files that hold their pixels plainly: BMP, PNM, PAM, uncompressed TIFF and TGA.

Their pixel block is searched by its content and everything around it is kept, so that the file comes back byte for byte
without this program understanding its header. FORMAT.md, section 3.3, kinds 10 to 2B.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bitswap_app.imaging.raster import Pixels, Raster, pack_samples

_WHOLE, _PACKED = 0x10, 0x20  # samples of one or two bytes; several in a byte
_BGR_ORDERS = {3: [2, 1, 0], 4: [2, 1, 0, 3]}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a block holds its rows; each layout is a File_Kind of its own.

    depth        bits a sample: 1, 2, 4, or 8 for samples of one or two bytes
    is_up        the bottom row comes first
    is_filled    rows are filled with zeros to a multiple of 4 bytes
    is_bgr       blue comes first
    is_big       16-bit samples are big-endian
    """

    depth: int = 8
    is_up: bool = False
    is_filled: bool = False
    is_bgr: bool = False
    is_big: bool = False

    @property
    def kind(self) -> int:
        if self.depth < 8:
            return _PACKED | self.is_up | self.is_filled << 1 | (self.depth.bit_length() - 1) << 2
        return _WHOLE | self.is_up | self.is_bgr << 1 | self.is_big << 2 | self.is_filled << 3

    @classmethod
    def of_kind(cls, kind: int) -> Layout | None:
        """The layout of a File_Kind, or None where it is none of them."""
        if kind >> 4 == _WHOLE >> 4:
            return cls(8, bool(kind & 1), bool(kind & 8), bool(kind & 2), bool(kind & 4))
        if kind >> 4 == _PACKED >> 4 and kind & 0xC != 0xC:
            return cls(1 << (kind >> 2 & 3), bool(kind & 1), bool(kind & 2))
        return None


def find(data: bytes, pixels: Pixels, depth: int = 8) -> Raster | None:
    """The raster whose block occurs in data, or None if none of the layouts of this depth does."""
    for layout in _layouts(pixels, depth):
        if data.find(_bytes_of(pixels[-1:] if layout.is_up else pixels[:1], layout)) < 0:
            continue
        block = _bytes_of(pixels, layout)
        begin = data.find(block)
        if begin >= 0:
            return Raster(pixels, layout.kind, data[:begin], data[begin + block.nbytes :])
    return None


def build(raster: Raster, layout: Layout) -> bytes:
    """The source file, byte for byte."""
    return b"".join([raster.before, _bytes_of(raster.pixels, layout), raster.after])


def _layouts(pixels: Pixels, depth: int) -> Iterator[Layout]:
    """Those that give blocks that differ."""
    height, width, channels = pixels.shape
    row_bytes = -(-width * channels * depth * pixels.dtype.itemsize // 8)
    for is_filled in (False, True)[: 1 + (row_bytes % 4 > 0)]:
        for is_big in (False, True)[: pixels.dtype.itemsize]:
            for is_bgr in (False, True)[: 1 + (channels in _BGR_ORDERS)]:
                for is_up in (False, True)[: 1 + (height > 1)]:
                    yield Layout(depth, is_up, is_filled, is_bgr, is_big)


def _bytes_of(pixels: Pixels, layout: Layout) -> memoryview:
    """The block, without a copy where the pixels are one already."""
    channels = pixels.shape[2]
    if (layout.is_bgr and channels not in _BGR_ORDERS) or (layout.depth < 8 and channels > 1):
        raise ValueError(f"{channels} channels are not laid out like this")
    rows = pixels[::-1] if layout.is_up else pixels
    if layout.is_bgr:
        rows = rows[:, :, _BGR_ORDERS[channels]]
    if layout.depth < 8:
        plain = pack_samples(rows[:, :, 0], layout.depth)
    else:
        order = rows.dtype.newbyteorder(">" if layout.is_big else "<")
        plain = np.ascontiguousarray(rows, order).view(np.uint8).reshape(rows.shape[0], -1)
    if layout.is_filled:
        plain = np.pad(plain, ((0, 0), (0, -plain.shape[1] % 4)))
    return plain.reshape(-1).data
