"""Files that hold their pixels plainly: BMP, PPM, uncompressed TIFF and TGA.

Their pixel block is searched by its content and everything around it is kept, so that the file comes back byte for byte
without this program understanding its header. FORMAT.md, section 3.3, kinds 10 and above.
"""

from __future__ import annotations

import numpy as np

from bitswap_app.imaging.raster import FileKind, Pixels, Raster

_UP, _BGR, _FILLED = 0x01, 0x02, 0x08
_BGR_ORDERS = {3: [2, 1, 0], 4: [2, 1, 0, 3]}
_KINDS = [kind for kind in FileKind if kind >= FileKind.ROWS]


def find(data: bytes, pixels: Pixels) -> Raster | None:
    """The raster whose block occurs in data, or None if none of the layouts does."""
    for kind in _KINDS:
        if not _is_distinct(kind, pixels):
            continue
        block = _block(pixels, kind)
        begin = data.find(block)
        if begin >= 0:
            return Raster(pixels, kind, data[:begin], data[begin + len(block) :])
    return None


def build(raster: Raster) -> bytes:
    """The source file, byte for byte."""
    return raster.before + _block(raster.pixels, raster.kind) + raster.after


def _is_distinct(kind: FileKind, pixels: Pixels) -> bool:
    """Whether an earlier kind does not give the same block."""
    height, width, channels = pixels.shape
    row_bytes = width * channels * pixels.dtype.itemsize
    return not (
        (kind & _UP and height == 1)
        or (kind & _BGR and channels not in _BGR_ORDERS)
        or (kind & _FILLED and row_bytes % 4 == 0)
    )


def _block(pixels: Pixels, kind: FileKind) -> bytes:
    rows = pixels[::-1] if kind & _UP else pixels
    if kind & _BGR:
        rows = rows[:, :, _BGR_ORDERS[pixels.shape[2]]]
    plain = np.ascontiguousarray(rows, rows.dtype.newbyteorder("<")).view(np.uint8).reshape(rows.shape[0], -1)
    if kind & _FILLED:
        plain = np.pad(plain, ((0, 0), (0, -plain.shape[1] % 4)))
    return plain.tobytes()
