"""WebP: files as RIFF chunks (RFC 9649, section 2), and lossless pixels as a coding of our own files."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np

from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.imaging.raster import Kept, Pixels, Raster, bands, compact

KIND = 0x01
MAX_SIDE = (1 << 14) - 2  # imagecodecs refuses one more, which WebP allows
_LEAD = struct.Struct("<4sI")
_SIDE_MASK = (1 << 14) - 1
_BAND_PIXELS = 1 << 24  # coded at once; libwebp needs some 30 bytes for each
_FAULTS = (RuntimeError, ValueError, MemoryError)  # imagecodecs' WebpError is a RuntimeError


@dataclass(frozen=True, slots=True)
class Chunks:
    """A lossless WebP taken apart: each part holds whole chunks with type, length and filling."""

    width: int
    height: int
    has_alpha: bool
    before: bytes
    image_data: bytes
    after: bytes


def is_webp(data: bytes) -> bool:
    """Whether the file says that it is one."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def take_apart(data: bytes) -> Chunks | Kept:
    """Raises ImageError for a damaged file; Kept for what cannot be built again."""
    chunks = chunks_of(data)
    kinds = [kind for kind, _, _ in chunks]
    if b"ANMF" in kinds or b"ANIM" in kinds:
        return Kept("WebP", "It is animated.")
    if b"VP8 " in kinds:
        return Kept("WebP", "It was compressed with loss.")
    if kinds.count(b"VP8L") != 1:
        raise ImageError(
            "The WebP file is damaged: it has {count} images where 1 is required.", count=kinds.count(b"VP8L")
        )
    if data != _riff(data[12:]):
        return Kept("WebP", "Its size field is unusual.")
    _, begin, end = chunks[kinds.index(b"VP8L")]
    if end - begin < 8 + 5:
        raise ImageError("The WebP file is damaged: its image ends in its header.")
    bits = int.from_bytes(data[begin + 9 : begin + 13], "little")
    width, height, has_alpha = (bits & _SIDE_MASK) + 1, (bits >> 14 & _SIDE_MASK) + 1, bool(bits >> 28 & 1)
    return Chunks(width, height, has_alpha, before=data[12:begin], image_data=data[begin:end], after=data[end:])


def decode(parts: Chunks) -> Pixels:
    """uint8[H, W, 3 or 4]. Raises ImageError."""
    pixels: Pixels = np.empty((parts.height, parts.width, 4 if parts.has_alpha else 3), np.uint8)
    try:
        _decode_into(pixels, _riff(parts.image_data))
    except _FAULTS as error:
        raise ImageError("The WebP file is damaged ({error}).", error=error) from error
    return pixels


def build(raster: Raster, *, method: int) -> bytes:
    """A WebP with raster's pixels and the chunks of before and after; method is libwebp's, 0 fast to 6 small."""
    parts = take_apart(_encode(raster.pixels, method))
    if isinstance(parts, Kept):
        raise AssertionError(f"the encoder gave another WebP: {parts.reason}")  # noqa: TRY004
    return _riff(raster.before + parts.image_data + raster.after)


def encode_payload(pixels: Pixels, *, method: int, quality: int) -> bytes:
    """uint8[H, W, C] of at most MAX_SIDE columns -> VP8L bitstreams of bands of rows (FORMAT.md, 4.2)."""
    height, width, channels = pixels.shape
    payload = bytearray()
    for band in bands(height, width, _BAND_PIXELS, MAX_SIDE):
        shown = pixels[band] if channels > 2 else pixels[band][:, :, [0, 0, 0, 1][: channels + 2]]
        parts = take_apart(_encode(shown, method, quality))
        if isinstance(parts, Kept):
            raise AssertionError(f"the encoder gave another WebP: {parts.reason}")  # noqa: TRY004
        length = int.from_bytes(parts.image_data[4:8], "little")
        if band.stop < height:
            payload += length.to_bytes(4, "little")
        payload += parts.image_data[8 : 8 + length]
    return bytes(payload)


def decode_payload(payload: bytes, shape: tuple[int, int, int]) -> Pixels:
    """Undoes encode_payload. Raises CorruptFile for anything that is no such image of this [H, W, C]."""
    height, width, channels = shape
    if width > MAX_SIDE:
        raise CorruptFile(
            "An image of {width} columns cannot be coded as WebP; {limit} are the limit.", width=width, limit=MAX_SIDE
        )
    pixels: Pixels = np.empty(shape, np.uint8)
    position = 0
    for band in bands(height, width, _BAND_PIXELS, MAX_SIDE):
        length = len(payload) - position
        if band.stop < height:
            length = int.from_bytes(payload[position : position + 4], "little")
            position += 4
        bitstream = payload[position : position + length]
        if len(bitstream) != length or length < 5:
            raise CorruptFile("The payload ends within a WebP image.")
        position += length
        _decode_band(bitstream, pixels[band], channels)
    return pixels


def _decode_band(bitstream: bytes, band: Pixels, channels: int) -> None:
    height, width, _ = band.shape
    bits = int.from_bytes(bitstream[1:5], "little")
    if (bits & _SIDE_MASK, bits >> 14 & _SIDE_MASK) != (width - 1, height - 1):
        raise CorruptFile("The payload is not the WebP image that the header describes: its size is another.")
    shown: Pixels = band if channels > 2 else np.empty((height, width, channels + 2), np.uint8)
    try:
        _decode_into(shown, _riff(_chunk(bitstream)))
    except _FAULTS as error:
        raise CorruptFile(
            "The payload is not the WebP image that the header describes ({error}).", error=error
        ) from error
    if channels <= 2:
        band[:, :, 0] = shown[:, :, 0]
        band[:, :, 1:] = shown[:, :, 3:]


def _encode(pixels: Pixels, method: int, quality: int = 75) -> bytes:
    """A whole file. imagecodecs keeps colours under full transparency as they are."""
    import imagecodecs

    return bytes(imagecodecs.webp_encode(compact(pixels), lossless=True, level=quality, method=method))


def _decode_into(pixels: Pixels, data: bytes) -> None:
    import imagecodecs

    imagecodecs.webp_decode(data, hasalpha=pixels.shape[2] == 4, out=pixels)


def _chunk(bitstream: bytes) -> bytes:
    return _LEAD.pack(b"VP8L", len(bitstream)) + bitstream + bytes(len(bitstream) % 2)


def _riff(chunks: bytes) -> bytes:
    return _LEAD.pack(b"RIFF", len(chunks) + 4) + b"WEBP" + chunks


def chunks_of(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, begin and end (filling included) of each chunk."""
    chunks = []
    position = 12
    while position < len(data):
        if position + 8 > len(data):
            raise ImageError("The WebP file ends early, after {count} bytes.", count=len(data))
        kind, length = _LEAD.unpack_from(data, position)
        end = position + 8 + length + length % 2
        if end > len(data):
            raise ImageError(
                "The WebP file ends early: {end} bytes are announced and {count} are there.", end=end, count=len(data)
            )
        chunks.append((kind, position, end))
        position = end
    return chunks
