"""How large a picture is in other lossless formats. Runs on worker threads.

The picture is what is shown, without metadata: at the bits and channels that it needs, so that no format carries more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from bitswap_app.service.background import Report
from bitswap_app.service.options import CompressOptions

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor

NAMES = ("PNG", "WebP", "JPEG XL")

_LOSSLESS = 100  # what Qt's WebP writer takes for it
_SMALLEST = 100  # of the PNG writer's compression
_JXL_EFFORT = 7  # what JPEG XL's own tool uses unasked
_WEBP_MOST_SIDE = 16383
_Format = QImage.Format
_LAYOUTS: dict[QImage.Format, tuple[int, type[np.uint8 | np.uint16]]] = {  # what plain() gives: channels, samples
    _Format.Format_Grayscale8: (1, np.uint8),
    _Format.Format_Grayscale16: (1, np.uint16),
    _Format.Format_RGB888: (3, np.uint8),
    _Format.Format_RGBA8888: (4, np.uint8),
    _Format.Format_RGBA64: (4, np.uint16),
}


def other_sizes(data: bytes) -> Iterator[tuple[str, int | None]]:
    """(name, size) for each of NAMES, None where that format cannot hold it; nothing if there is no picture."""
    image = plain(_whole(data))
    if image.isNull():
        return
    yield "PNG", _written(image, b"png", compression=_SMALLEST)
    fits_webp = max(image.width(), image.height()) <= _WEBP_MOST_SIDE and not _is_deep(image)
    yield "WebP", _written(image, b"webp", quality=_LOSSLESS) if fits_webp else None
    yield "JPEG XL", _as_jxl(image)


def own_size(data: bytes, options: CompressOptions, engine_for: EngineFor, report: Report) -> int:
    """The size of the .bsw file that compressing would write. Raises what encoding raises, and what report does."""
    from bitswap_app.service.codings import Encoder

    encoder = Encoder(
        effort=options.effort,
        verify=False,
        engine_for=engine_for,
        pixels=options.pixels,
        max_pixels=options.max_pixels,
        thumbnail=options.thumbnail,
    )
    return len(encoder.encode(data, "", report).data)


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
    return reader.read()


def _is_deep(image: QImage) -> bool:
    return image.pixelFormat().redSize() > 8 or image.format() == _Format.Format_Grayscale16


def _written(image: QImage, kind: bytes, *, quality: int = -1, compression: int = -1) -> int | None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    if quality >= 0:
        writer.setQuality(quality)
    if compression >= 0:
        writer.setCompression(compression)
    return buffer.size() if writer.write(image) else None


def _as_jxl(image: QImage) -> int:
    from bitswap_app.imaging import jxl

    return len(jxl.encode(pixels_of(image), _JXL_EFFORT))


def pixels_of(image: QImage) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """uint8 or uint16[H, W, C] of an image that plain() gave."""
    channels, kind = _LAYOUTS[image.format()]
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    used = np.ascontiguousarray(rows[:, : image.width() * channels * np.dtype(kind).itemsize])
    shape = (image.height(), image.width(), channels)
    return used.view(np.uint16).reshape(shape) if kind is np.uint16 else used.reshape(shape)
