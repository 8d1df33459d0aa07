"""PBM, PGM, PPM and PAM files, the binary ones. Read here because Pillow scales levels and knows no PAM."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from bitswap_app.errors import ImageError, Sentence
from bitswap_app.imaging.raster import Kept, Raster, unpack_samples
from bitswap_app.imaging.rows import Layout

_NUMBER = rb"(?:\s|#[^\n]*\n)+(\d{1,9})"
_BITMAP = re.compile(rb"P4" + 2 * _NUMBER + rb"\s")
_PIXMAP = re.compile(rb"P[56]" + 3 * _NUMBER + rb"\s")
_PAM = re.compile(rb"P7\n((?:[^\n]*\n)*?)ENDHDR\n")
_PAM_FIELD = re.compile(rb"\s*(WIDTH|HEIGHT|DEPTH|MAXVAL)\s+(\d{1,9})\s*")
_HEADER_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Shape:
    """What a header says, and where the pixels begin."""

    width: int
    height: int
    channels: int
    greatest: int
    begin: int

    @property
    def row_bytes(self) -> int:
        if self.greatest == 0:  # a bitmap
            return -(-self.width // 8)
        return self.width * self.channels * (2 if self.greatest > 255 else 1)


def is_netpbm(data: bytes) -> bool:
    """Whether the file begins like one that this module reads."""
    return data[:2] in (b"P4", b"P5", b"P6", b"P7") and data[2:3].isspace()


def shape_of(data: bytes) -> Shape | Kept:
    """Raises ImageError for a damaged header or missing pixels; Kept for what cannot be built again."""
    shape = _pam(data) if data[:2] == b"P7" else _pnm(data)
    if not shape.width or not shape.height:
        raise ImageError(
            "The image says that it has {width} x {height} pixels.", width=shape.width, height=shape.height
        )
    if not 1 <= shape.channels <= 4 or shape.greatest > 65535:
        return Kept(
            "PNM",
            Sentence(
                "It has {channels} channels of up to {greatest}.", channels=shape.channels, greatest=shape.greatest
            ),
        )
    if shape.begin + shape.row_bytes * shape.height > len(data):
        raise ImageError(
            "The image ends early: it has no room for {width} x {height} pixels.",
            width=shape.width,
            height=shape.height,
        )
    return shape


def read(data: bytes, shape: Shape) -> Raster | Kept:
    """The image of a file with this shape."""
    end = shape.begin + shape.row_bytes * shape.height
    before, block, after = data[: shape.begin], memoryview(data)[shape.begin : end], data[end:]
    if shape.greatest == 0:
        packed = np.frombuffer(block, np.uint8).reshape(shape.height, -1)
        pixels = unpack_samples(packed, 1, shape.width)[:, :, None]
        return Raster(pixels, Layout(1).kind, before, after)
    size = (shape.height, shape.width, shape.channels)
    if shape.greatest > 255:
        deep = np.frombuffer(block, ">u2").reshape(size).astype(np.uint16)
        return Raster(deep, Layout(is_big=True).kind, before, after)
    return Raster(np.frombuffer(block, np.uint8).reshape(size), Layout().kind, before, after)


def _pnm(data: bytes) -> Shape:
    found = (_BITMAP if data[:2] == b"P4" else _PIXMAP).match(data, 0, _HEADER_BYTES)
    if found is None:
        raise ImageError("The image's header is damaged.")
    width, height, *greatest = (int(number) for number in found.groups())
    return Shape(width, height, 3 if data[:2] == b"P6" else 1, max(1, greatest[0]) if greatest else 0, found.end())


def _pam(data: bytes) -> Shape:
    found = _PAM.match(data, 0, _HEADER_BYTES)
    lines: list[bytes] = found[1].split(b"\n") if found else []
    fields: dict[bytes, bytes] = {match[1]: match[2] for line in lines if (match := _PAM_FIELD.fullmatch(line))}
    if found is None or len(fields) != 4:
        raise ImageError("The image's header is damaged.")
    width, height, channels, greatest = (int(fields[name]) for name in (b"WIDTH", b"HEIGHT", b"DEPTH", b"MAXVAL"))
    return Shape(width, height, channels, max(1, greatest), found.end())
