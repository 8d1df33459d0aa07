"""JPEG XL, through imagecodecs: lossless pixels, and JPEG files that come back byte for byte."""

from __future__ import annotations

import numpy as np

from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.imaging.raster import MAX_PIXELS, Pixels, compact

_SIGNATURE = b"\xff\x0a"
_CONTAINER = b"\x00\x00\x00\x0cJXL \r\n\x87\n"
_RATIOS = ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))  # width to height
_SIDE_BITS = (9, 13, 18, 30)

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
        raise CorruptFile(
            "The payload is not the JPEG XL image that the header describes ({error}).", error=error
        ) from error
    return pixels


def encode_jpeg(data: bytes) -> bytes:
    """A JPEG file in fewer bytes. Raises ImageError where JPEG XL cannot hold it; the caller checks the way back."""
    import imagecodecs

    try:
        return bytes(imagecodecs.jpegxl_encode_jpeg(data))
    except _FAULTS as error:
        raise ImageError("The JPEG file cannot be transcoded ({error}).", error=error) from error


def decode_jpeg(payload: bytes, size: int, max_pixels: int = MAX_PIXELS) -> bytes:
    """The JPEG file of `size` bytes. Raises CorruptFile for anything else, ImageError for more than max_pixels."""
    import imagecodecs

    width, height = size_of(payload)
    if width * height > max_pixels:  # libjxl allocates all coefficients
        raise ImageError(
            "The JPEG file has {width} x {height} pixels; at most {limit} are decoded, half of --max-pixels.",
            width=width,
            height=height,
            limit=max_pixels,
        )
    try:
        data = bytes(imagecodecs.jpegxl_decode_jpeg(payload, numthreads=1, out=size))
    except _FAULTS as error:
        raise CorruptFile("The payload does not give the JPEG file back ({error}).", error=error) from error
    if len(data) != size:
        raise CorruptFile(
            "The payload gives a JPEG file of {count} bytes where {size} are announced.", count=len(data), size=size
        )
    return data


def size_of(payload: bytes) -> tuple[int, int]:
    """Width and height that a codestream or container announces: ISO/IEC 18181-1, D.2. Raises CorruptFile."""
    codestream = _codestream(payload) if payload.startswith(_CONTAINER) else payload
    if not codestream.startswith(_SIGNATURE) or len(codestream) < 12:
        raise CorruptFile("The payload is no JPEG XL image.")
    bits = _Bits(int.from_bytes(codestream[2:12], "little"))
    is_small = bool(bits.take(1))
    height = _side(bits, is_small=is_small)
    ratio = bits.take(3)
    if not ratio:
        return _side(bits, is_small=is_small), height
    across, down = _RATIOS[ratio - 1]
    return height * across // down, height


class _Bits:
    """Fields from the lowest bit up."""

    def __init__(self, value: int) -> None:
        self._value = value

    def take(self, count: int) -> int:
        field = self._value & ((1 << count) - 1)
        self._value >>= count
        return field


def _side(bits: _Bits, *, is_small: bool) -> int:
    return (bits.take(5) + 1) * 8 if is_small else bits.take(_SIDE_BITS[bits.take(2)]) + 1


def _codestream(container: bytes) -> bytes:
    """The first part of the codestream in the boxes of ISO/IEC 18181-2."""
    position = 0
    while position + 8 <= len(container):
        length, kind, lead = (
            int.from_bytes(container[position : position + 4], "big"),
            container[position + 4 : position + 8],
            8,
        )
        if length == 1:
            length, lead = int.from_bytes(container[position + 8 : position + 16], "big"), 16
        if kind in (b"jxlc", b"jxlp"):
            return container[position + lead + 4 * (kind == b"jxlp") :]
        if length < lead:  # 0 is a box up to the end
            break
        position += length
    raise CorruptFile("The payload is a JPEG XL container without an image.")
