"""Pictures that Qt does not read: JPEG XL, and AVIF where its decoder is installed. Runs on worker threads."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from bitswap_app.errors import CorruptFile

_MOST_PIXELS = 1 << 26  # they are decoded whole, which takes 4 to 8 bytes for each
_FAULTS = (RuntimeError, ValueError, MemoryError, ImportError)  # imagecodecs', for bad data and for a missing decoder
_Format = QImage.Format


def image_of(data: bytes) -> QImage | None:
    """The first picture of a JPEG XL or AVIF file; None for others, damaged ones, and those of over 67 megapixels."""
    try:
        pixels = _jpeg_xl(data) if data[4:8] != b"ftyp" else _avif(data)
    except (*_FAULTS, CorruptFile):
        return None
    return None if pixels is None else _image(pixels)


def _jpeg_xl(data: bytes) -> NDArray[np.uint8] | None:
    import imagecodecs

    from bitswap_app.imaging import jxl

    width, height = jxl.size_of(data)
    if width * height > _MOST_PIXELS:
        return None
    pixels = _first(imagecodecs.jpegxl_decode(data, numthreads=1))
    return _levels(pixels, 16)


def _avif(data: bytes) -> NDArray[np.uint8] | None:
    import imagecodecs

    place = data.find(b"ispe", 0, 1 << 16)  # the box of the picture's size, among the first of the file
    if place < 0:
        return None
    width, height = (int.from_bytes(data[place + 8 + 4 * i : place + 12 + 4 * i], "big") for i in range(2))
    if not 0 < width * height <= _MOST_PIXELS:
        return None
    pixels = _first(imagecodecs.avif_decode(data, numthreads=1))
    return _levels(pixels, 12 if pixels.max() >> 10 else 10)  # it is 8, 10 or 12 bits and does not say which


def _first(decoded: NDArray[Any]) -> NDArray[Any]:
    """[H, W, C] of what may have frames before and no channels behind."""
    frame: NDArray[Any] = decoded[0] if decoded.ndim == 4 else decoded
    return frame[:, :, None] if frame.ndim == 2 else frame


def _levels(pixels: NDArray[Any], bits: int) -> NDArray[np.uint8]:
    """uint8 of samples that are uint8, uint16 of so many bits, or floats from 0 to 1."""
    if pixels.dtype == np.uint16:
        pixels = pixels >> (bits - 8)
    elif pixels.dtype.kind == "f":
        pixels = np.clip(pixels, 0, 1) * 255
    levels: NDArray[np.uint8] = pixels.astype(np.uint8)
    return levels


def _image(pixels: NDArray[np.uint8]) -> QImage:
    height, width, channels = pixels.shape
    if channels == 2:
        pixels = np.concatenate([np.repeat(pixels[:, :, :1], 3, axis=2), pixels[:, :, 1:]], axis=2)
    kind = {1: _Format.Format_Grayscale8, 2: _Format.Format_RGBA8888, 3: _Format.Format_RGB888}
    rows = np.ascontiguousarray(pixels)
    image = QImage(rows.data, width, height, rows.strides[0], kind.get(channels, _Format.Format_RGBA8888))
    return image.copy()  # its own memory; that of rows goes with this call
