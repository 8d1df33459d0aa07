"""Samples of an image to a payload and back, by coding. FORMAT.md, section 4."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bitswap_app.container.fields import Cursor, varint
from bitswap_app.container.header import Coding, Image
from bitswap_app.errors import CorruptFile
from bitswap_app.imaging import jxl, webp
from bitswap_app.imaging.raster import Pixels, bands

_WIDENING = 257  # what makes an 8-bit level a 16-bit one

Progress = Callable[[int, int], None]


class Engine(Protocol):
    """A model on a device: RGB pixels to a payload and back. service/engine.py has the real one."""

    @property
    def model_id(self) -> bytes:
        """The 8 bytes that name the model in files."""

    def compress_image(self, pixels: NDArray[np.uint8], report: Progress, *, check: bool = False) -> bytes:
        """uint8[H, W, 3] -> the payload. What report raises passes through.

        check  decode what is coded on the way and compare; raises VerifyFailed
        """

    def decompress_image(self, payload: bytes, height: int, width: int, report: Progress) -> NDArray[np.uint8]:
        """The payload -> uint8[H, W, 3]. Raises CorruptFile."""


def narrowed(pixels: Pixels) -> NDArray[np.uint8] | None:
    """8-bit levels of samples that are no more than those, or None."""
    if pixels.dtype == np.uint8:
        return pixels.astype(np.uint8, copy=False)
    levels = np.empty(pixels.shape, np.uint8)
    for band in bands(*pixels.shape[:2]):
        levels[band] = pixels[band] >> 8
        if not np.array_equal(levels[band].astype(np.uint16) * _WIDENING, pixels[band]):
            return None
    return levels


def encode_by_model(levels: NDArray[np.uint8], engine: Engine, alpha_effort: int, report: Progress) -> bytes:
    """uint8[H, W, C]; alpha goes apart, and grey levels three times."""
    channels = levels.shape[2]
    colours = levels[:, :, :3] if channels > 2 else np.repeat(levels[:, :, :1], 3, axis=2)
    payload = engine.compress_image(np.ascontiguousarray(colours), report)
    if channels % 2:
        return payload
    alpha = jxl.encode(np.ascontiguousarray(levels[:, :, -1:]), alpha_effort)
    return varint(len(alpha)) + alpha + payload


def decode(payload: bytes, coding: Coding, image: Image, engine: Engine | None, report: Progress) -> Pixels:
    """uint8 or uint16[H, W, C] as the header describes them. Raises CorruptFile."""
    shape = (image.height, image.width, image.channels)
    if coding is Coding.JXL:
        return jxl.decode(payload, shape, image.depth)
    if coding is Coding.WEBP:
        return webp.decode_payload(payload, shape)
    if engine is None:
        raise ValueError("the coding bitswap needs an engine")
    levels = _decode_by_model(payload, shape, engine, report)
    return levels if image.depth == 8 else np.multiply(levels, _WIDENING, dtype=np.uint16)


def _decode_by_model(
    payload: bytes, shape: tuple[int, int, int], engine: Engine, report: Progress
) -> NDArray[np.uint8]:
    height, width, channels = shape
    if channels == 3:
        return engine.decompress_image(payload, height, width, report)
    levels = np.empty(shape, np.uint8)
    if channels % 2 == 0:
        cursor = Cursor(payload, "the payload")
        levels[:, :, -1:] = jxl.decode(bytes(cursor.take(cursor.varint())), (height, width, 1), 8)
        payload = bytes(cursor.rest())
    colours = engine.decompress_image(payload, height, width, report)
    if channels < 3 and not all(
        np.array_equal(colours[band][:, :, :2], colours[band][:, :, 1:]) for band in bands(height, width)
    ):
        raise CorruptFile("The coded pixels have colours where the header announces grey.")
    own = min(3, channels - (channels % 2 == 0))
    levels[:, :, :own] = colours[:, :, :own]
    return levels
