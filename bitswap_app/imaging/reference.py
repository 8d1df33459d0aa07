"""Other lossless formats, written by Pillow as anybody would write them: what benchmarks compare with."""

from __future__ import annotations

import io
from typing import Literal

import numpy as np
from PIL import Image, features
from PIL import __version__ as pillow_version

from bitswap_app.errors import ImageError
from bitswap_app.imaging.raster import Pixels

Format = Literal["PNG", "WEBP"]

_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
_SETTINGS: dict[Format, dict[str, object]] = {
    "PNG": {"optimize": True},
    "WEBP": {"lossless": True, "quality": 100, "method": 4, "exact": True},
}


def version(kind: Format) -> str:
    """What writes these files, with its version."""
    library = "zlib" if kind == "PNG" else "webp"
    return f"Pillow {pillow_version}, {library} {features.version(library)}"


def encode(pixels: Pixels, kind: Format) -> bytes:
    """A file of uint8[H, W, C]. Raises ImageError for pixels that the format, or Pillow with it, cannot hold."""
    if pixels.dtype != np.uint8:
        raise ImageError("Pillow writes no {kind} files of 16 bits.", kind=kind)
    mode = _MODES[pixels.shape[2]]
    plain = pixels[:, :, 0] if mode == "L" else pixels
    stream = io.BytesIO()
    try:
        Image.fromarray(np.ascontiguousarray(plain), mode).save(stream, kind, **_SETTINGS[kind])
    except (OSError, ValueError) as error:
        raise ImageError("{kind} cannot hold these pixels ({error}).", kind=kind, error=str(error)) from error
    return stream.getvalue()


def decode(data: bytes, channels: int) -> Pixels:
    """uint8[H, W, channels] of a file that encode wrote."""
    with Image.open(io.BytesIO(data)) as image:
        converted = image if image.mode == _MODES[channels] else image.convert(_MODES[channels])
        pixels: Pixels = np.array(converted, np.uint8).reshape(image.height, image.width, channels)
    return pixels
