"""JPEG XL, through imagecodecs: lossless pixels, and JPEG files that come back byte for byte."""

from __future__ import annotations

import numpy as np

from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.imaging.raster import Pixels, compact

# What imagecodecs raises on bad data: JpegxlError is a RuntimeError, a wrong size a ValueError.
_FAULTS = (RuntimeError, ValueError, MemoryError)


def encode(pixels: Pixels, effort: int) -> bytes:
    """Lossless. effort is JPEG XL's own, 1 fast to 9 small."""
    import imagecodecs

    plain = pixels[:, :, 0] if pixels.shape[2] == 1 else pixels
    return bytes(imagecodecs.jpegxl_encode(compact(plain), lossless=True, effort=effort, usecontainer=False))


def decode(payload: bytes, shape: tuple[int, int, int], depth: int) -> Pixels:
    """Pixels of the given [H, W, C] and 8 or 16 bits. Raises CorruptFile for anything else.

    The array is allocated here, from a header that was checked, and never from what the payload says.
    """
    import imagecodecs

    pixels: Pixels = np.empty(shape, np.uint8) if depth == 8 else np.empty(shape, np.uint16)
    try:
        imagecodecs.jpegxl_decode(payload, out=pixels[:, :, 0] if shape[2] == 1 else pixels)
    except _FAULTS as error:
        raise CorruptFile(f"The payload is not the JPEG XL image that the header describes ({error}).") from error
    return pixels


def encode_jpeg(data: bytes) -> bytes:
    """A JPEG file in fewer bytes. Raises ImageError where JPEG XL cannot hold it; the caller checks the way back."""
    import imagecodecs

    try:
        return bytes(imagecodecs.jpegxl_encode_jpeg(data))
    except _FAULTS as error:
        raise ImageError(f"The JPEG file cannot be transcoded ({error}).") from error


def decode_jpeg(payload: bytes, size: int) -> bytes:
    """The JPEG file of `size` bytes. Raises CorruptFile for anything else."""
    import imagecodecs

    try:
        data = bytes(imagecodecs.jpegxl_decode_jpeg(payload, numthreads=1, out=size))
    except _FAULTS as error:
        raise CorruptFile(f"The payload does not give the JPEG file back ({error}).") from error
    if len(data) != size:
        raise CorruptFile(f"The payload gives a JPEG file of {len(data)} bytes where {size} are announced.")
    return data
