"""How large a picture is in other lossless formats. Runs on worker threads.

The picture is what is shown, without metadata: at the bits and channels that it needs, so that no format carries more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageReader

from bitswap_app.errors import ImageError
from bitswap_app.gui import other_formats
from bitswap_app.service.background import Report
from bitswap_app.service.options import CompressOptions

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor

# What the chart calls them, and what `bitswap bench` does.
CODECS = {"PNG": "PNG", "WebP": "WebP", "JPEG XL": "JPEG XL 7"}
NAMES = tuple(CODECS)

_Format = QImage.Format
_LAYOUTS: dict[QImage.Format, tuple[int, type[np.uint8 | np.uint16]]] = {  # what plain() gives: channels, samples
    _Format.Format_Grayscale8: (1, np.uint8),
    _Format.Format_Grayscale16: (1, np.uint16),
    _Format.Format_RGB888: (3, np.uint8),
    _Format.Format_RGBA8888: (4, np.uint8),
    _Format.Format_RGBA64: (4, np.uint16),
}


def other_sizes(data: bytes) -> Iterator[tuple[str, int | None]]:
    """(name, size) for each of NAMES, None where that format cannot hold it; nothing if there is no picture.

    Written by the same code and with the same settings as by `bitswap bench`.
    """
    from bitswap_app.service.bench.codecs import REFERENCES, Picture

    image = _whole(data)
    if image.isNull():
        return
    picture = Picture(pixels_of(plain(image)), b"")
    for name, codec in CODECS.items():
        try:
            yield name, len(REFERENCES[codec].encode(picture))
        except ImageError:
            yield name, _as_deep_png(picture.pixels) if name == "PNG" else None


def own_size(data: bytes, options: CompressOptions, engine_for: EngineFor, report: Report) -> int:
    """The size of the .bsw file that compressing would write. Raises what encoding raises, and what report does."""
    from bitswap_app.imaging.metadata import without_metadata
    from bitswap_app.service.codings import Encoder

    encoder = Encoder(
        effort=options.effort,
        verify=False,
        engine_for=engine_for,
        pixels=options.pixels,
        max_pixels=options.max_pixels,
        thumbnail=options.thumbnail,
    )
    plainer = None if options.metadata else without_metadata(data)
    return len(encoder.encode(data if plainer is None else plainer, "", report).data)


def plain(image: QImage) -> QImage:
    """The same pixels in the smallest of grey, RGB and RGBA, 8 or 16 bits, that holds them."""
    has_alpha, is_deep = image.hasAlphaChannel(), _is_deep(image)
    if not has_alpha and image.isGrayscale():
        return image.convertToFormat(_Format.Format_Grayscale16 if is_deep else _Format.Format_Grayscale8)
    if is_deep:
        return image.convertToFormat(_Format.Format_RGBA64)
    return image.convertToFormat(_Format.Format_RGBA8888 if has_alpha else _Format.Format_RGB888)


def _whole(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAllocationLimit(0)  # the file's own size was checked when it was read
    image = reader.read()
    return (other_formats.image_of(data) or image) if image.isNull() else image


def _is_deep(image: QImage) -> bool:
    return image.pixelFormat().redSize() > 8 or image.format() == _Format.Format_Grayscale16


def _as_deep_png(pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> int:
    """Of 16 bits, which bench leaves out."""
    from bitswap_app.imaging import io, png
    from bitswap_app.imaging.raster import Raster

    return len(io.build(Raster(pixels, png.Form.natural(pixels).kind)))


def pixels_of(image: QImage) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """uint8 or uint16[H, W, C] of an image that plain() gave."""
    channels, kind = _LAYOUTS[image.format()]
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    used = rows[:, : image.width() * channels * np.dtype(kind).itemsize].copy()  # the image may go before them
    shape = (image.height(), image.width(), channels)
    return used.view(np.uint16).reshape(shape) if kind is np.uint16 else used.reshape(shape)
