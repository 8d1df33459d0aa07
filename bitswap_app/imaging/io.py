"""Image files in and out. The only module that imports PIL.

Reading separates pixels from the bytes around them; building puts both together again. A file that cannot be built
again is no error here: it is Kept, and the caller stores it byte for byte.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib

import numpy as np
from PIL import Image, UnidentifiedImageError

from bitswap_app.errors import ImageError
from bitswap_app.imaging import png, rows, webp
from bitswap_app.imaging.raster import FileKind, Kept, Pixels, Raster

MAX_PIXELS = 1 << 28  # 0.8 GB of RGB; checked before anything of that size is allocated

Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS stands in its place: Pillow's own limit warns before it refuses

_CHANNELS = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}
_MODES = {channels: mode for mode, channels in _CHANNELS.items()}
_PLAIN = ("BMP", "PPM", "TGA", "TIFF")  # may hold their pixels in one plain block
_OTHER = (
    "AVIF",
    "BLP",
    "DCX",
    "DDS",
    "DIB",
    "FITS",
    "FLI",
    "GIF",
    "ICNS",
    "ICO",
    "JPEG2000",
    "PCX",
    "PSD",
    "QOI",
    "SGI",
    "XBM",
    "XPM",
)
_UNKNOWN_TO_PILLOW = {b"\xff\x0a": "JPEG XL", b"\x00\x00\x00\x0cJXL \r\n\x87\n": "JPEG XL"}

# Pillow's decoders let all of these out when a file is damaged.
_PILLOW_FAULTS = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, ArithmeticError, TypeError, AttributeError, RuntimeError,
    MemoryError, struct.error, zlib.error,
)  # fmt: skip


def read(data: bytes, max_pixels: int = MAX_PIXELS) -> Raster | Kept:
    """The image in a file's bytes. Raises ImageError for what is no image, damaged, or larger than max_pixels."""
    if not data:
        raise ImageError("The file is empty.")
    if data.startswith(png.SIGNATURE):
        return _read_chunks(png.take_apart(data), "PNG", FileKind.PNG, max_pixels)
    if data.startswith(b"\xff\xd8\xff"):
        return Kept("JPEG", "A JPEG's pixels take more room than its file.")
    if webp.is_webp(data):
        return _read_chunks(webp.take_apart(data), "WebP", FileKind.WEBP, max_pixels)
    for magic, name in _UNKNOWN_TO_PILLOW.items():
        if data.startswith(magic):
            return Kept(name, f"{name} files are compressed already.")
    if data[4:8] == b"ftyp":
        return Kept("HEIF", "HEIF files are compressed already.")
    return _read_other(data, max_pixels)


def build(raster: Raster, *, quick: bool = False) -> bytes:
    """A file of raster.kind with these pixels and surroundings; quick makes a larger file in less time."""
    if raster.kind.is_exact:
        return rows.build(raster)
    if raster.depth != 8:
        raise ValueError(f"no file of {raster.depth} bits a sample can be built")
    plain = raster.pixels[:, :, 0] if raster.channels == 1 else raster.pixels
    image = Image.fromarray(np.ascontiguousarray(plain), _MODES[raster.channels])
    stream = io.BytesIO()
    if raster.kind is FileKind.PNG:
        image.save(stream, "PNG", compress_level=1 if quick else 6)
        return png.put_together(stream.getvalue(), raster.before, raster.after)
    image.save(stream, "WebP", lossless=True, exact=True, method=0 if quick else 4)
    return webp.put_together(stream.getvalue(), raster.before, raster.after)


def _read_chunks(parts: png.Chunks | webp.Chunks | Kept, name: str, kind: FileKind, max_pixels: int) -> Raster | Kept:
    if isinstance(parts, Kept):
        return parts
    _check_size(parts.width, parts.height, max_pixels)
    try:
        with Image.open(io.BytesIO(parts.pixels_only()), formats=[name]) as image:
            pixels = _pixels(image)
    except _PILLOW_FAULTS as error:
        raise ImageError(f"The {name} file is damaged ({error}).") from error
    if pixels is None:
        return Kept(name, "Its colours are of an unusual kind.")
    return Raster(pixels, kind, parts.before, parts.after)


def _read_other(data: bytes, max_pixels: int) -> Raster | Kept:
    with warnings.catch_warnings():  # Pillow warns of odd tags; the file's bytes are kept whatever they say
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=_PLAIN + _OTHER)
        except UnidentifiedImageError:
            raise ImageError("The file is no image, or of a kind that this version does not know.") from None
        except _PILLOW_FAULTS as error:
            raise ImageError(f"The file is no image, or damaged ({error}).") from error
        with image:
            name = image.format or "image"
            _check_size(*image.size, max_pixels)
            if name not in _PLAIN:
                return Kept(name, f"{name} files are kept as they are.")
            try:
                pixels = _pixels(image)
            except _PILLOW_FAULTS as error:
                raise ImageError(f"The {name} file is damaged ({error}).") from error
    if pixels is None:
        return Kept(name, f"Its pixels are of the kind {image.mode}.")
    return rows.find(data, pixels) or Kept(name, "Its pixels are compressed or spread over the file.")


def _check_size(width: int, height: int, max_pixels: int) -> None:
    if width * height > max_pixels:
        raise ImageError(f"The image has {width} x {height} pixels; at most {max_pixels} can be read.")


def _pixels(image: Image.Image) -> Pixels | None:
    """uint8[H, W, C] in memory of their own, or None for another mode."""
    image.load()
    if image.mode not in _CHANNELS:
        return None
    return np.array(image, np.uint8).reshape(image.height, image.width, _CHANNELS[image.mode])
