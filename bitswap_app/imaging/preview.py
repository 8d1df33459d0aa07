"""Small lossy pictures of large images, for windows that show many."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from bitswap_app.errors import CorruptFile, ImageError
from bitswap_app.imaging.raster import Pixels

MAX_SIDE = 256
_SHOWN = ("PNG", "WEBP", "JPEG", "GIF", "BMP", "PPM", "TIFF", "TGA", "QOI")
_QUALITIES = (70, 50, 30)
_SOURCE_SIDE = 2048  # longer sides are thinned out before they are averaged, which bounds memory


def of_pixels(pixels: Pixels, most_bytes: int) -> bytes:
    """A WebP of at most MAX_SIDE pixels a side and most_bytes, transparency on white, or b"" where none is so small.

    pixels  uint8 or uint16[H, W, C] as in a Raster, no palette indices
    """
    step = max(1, -(-max(pixels.shape[:2]) // _SOURCE_SIDE))
    levels = (pixels[::step, ::step] >> np.uint8(pixels.dtype.itemsize * 8 - 8)).astype(np.uint8)
    channels = levels.shape[2]
    mode = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[channels]
    image = Image.fromarray(levels[:, :, 0] if channels == 1 else levels, mode)
    if channels % 2 == 0:
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image.convert("RGBA"))
    return _packed(image, most_bytes)


def of_jpeg(data: bytes, most_bytes: int) -> bytes:
    """The same of a JPEG file; b"" where it cannot be shown."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            image.draft("RGB", (2 * MAX_SIDE, 2 * MAX_SIDE))  # decodes no more than it needs
            return _packed(image, most_bytes)
    except (OSError, ValueError, SyntaxError):
        return b""


def decode(thumbnail: bytes) -> NDArray[np.uint8]:
    """uint8[H, W, 3] of at most MAX_SIDE pixels a side. Raises CorruptFile."""
    try:
        with Image.open(io.BytesIO(thumbnail), formats=["WEBP"]) as image:
            if max(image.size) > MAX_SIDE:
                raise CorruptFile(
                    "The thumbnail has {width} x {height} pixels; {limit} are the limit.",
                    width=image.width,
                    height=image.height,
                    limit=MAX_SIDE,
                )
            return np.array(image.convert("RGB"))
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise CorruptFile("The thumbnail is no WebP picture ({error}).", error=error) from error


def to_png(data: bytes, side: int, max_pixels: int) -> bytes:
    """The first picture of an image file as a PNG of at most side pixels a side, turned as its EXIF says.

    Raises ImageError for what is no image, damaged, or larger than max_pixels.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_SHOWN) as image:
            if image.width * image.height > max_pixels:
                raise ImageError("The picture is too large to be made small here.")
            if image.format == "JPEG":
                image.draft("RGB", (2 * side, 2 * side))
            image.thumbnail((side, side), Image.Resampling.BOX, reducing_gap=None)
            shown = ImageOps.exif_transpose(image)
            stream = io.BytesIO()
            shown.convert("RGBA" if shown.has_transparency_data else "RGB").save(stream, "PNG")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise ImageError("There is no picture to show ({error}).", error=error) from error
    return stream.getvalue()


def _packed(image: Image.Image, most_bytes: int) -> bytes:
    image = image.convert("RGB")
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.BOX)
    for quality in _QUALITIES:
        stream = io.BytesIO()
        image.save(stream, "WEBP", quality=quality, method=6)
        if stream.tell() <= most_bytes:
            return stream.getvalue()
    return b""
