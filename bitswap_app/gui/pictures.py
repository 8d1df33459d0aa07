"""Pictures to show, from image files and from .bsw files, without writing any. Runs on worker threads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from bitswap_app.errors import BitswapError
from bitswap_app.service.background import Report

if TYPE_CHECKING:
    from bitswap_app.service.codings import EngineFor

_MOST_MB = 2048  # a picture of 2**28 pixels, read to be shown smaller, takes 1024
_CODED_SUFFIX = ".bsw"
_OTHER_SUFFIXES = (".jxl", ".avif")  # which other_formats reads
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_THUMBNAIL_FILE_BYTES = 64 << 20  # of larger files no small picture is made: it would take seconds each


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """What the preview shows of a file.

    image         None where there is no picture that can be shown
    size          in pixels, before it was scaled down; empty if unknown
    data          the image file, as it is on the disk or as the .bsw file gives it back; b"" if it was not decoded
    coded_bytes   the .bsw file's size, 0 for an image file
    coding        of a .bsw file, as in events
    """

    image: QImage | None
    size: QSize
    data: bytes
    coded_bytes: int = 0
    coding: str = ""
    name: str = ""


def thumbnail(path: Path, side: int) -> QImage | None:
    """A small picture of at most side x side pixels, or None where the file gives none quickly."""
    try:
        if path.stat().st_size > _THUMBNAIL_FILE_BYTES:
            return None
    except OSError:
        return None
    if path.suffix.lower() == _CODED_SUFFIX:
        image = _stored_thumbnail(path)
        return image and image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH)
    bound = QSize(side, side)
    if path.suffix.lower() in _OTHER_SUFFIXES:
        from bitswap_app.service.sources import read_source

        try:
            return _of_bytes(read_source(path).data, path.name, bound).image
        except BitswapError:
            return None
    return _scaled(QImageReader(str(path)), bound)[0]


def of_image_file(path: Path, bound: QSize) -> Picture:
    """The picture in an image file, scaled down to fit into bound. Raises InputError."""
    from bitswap_app.service.sources import read_source

    return _of_bytes(read_source(path).data, path.name, bound)


def peek(path: Path) -> Picture:
    """What a .bsw file shows without being decoded: its thumbnail, where it has one. Raises InputError, FormatError."""
    from bitswap_app.container.stream import read
    from bitswap_app.service.sources import read_source

    coded = read_source(path).data
    contents = read(coded)
    size = QSize(contents.header.image.width, contents.header.image.height) if contents.header.image else QSize()
    image = QImage.fromData(contents.thumbnail) if contents.thumbnail else QImage()
    return Picture(None if image.isNull() else image, size, b"", len(coded), contents.header.coding.label)


def of_coded_file(path: Path, bound: QSize, engine_for: EngineFor, report: Report, max_pixels: int) -> Picture:
    """The picture in a .bsw file, decoded in memory. Raises what decoding raises, and what report does."""
    from bitswap_app.container.stream import read
    from bitswap_app.service.codings import decode
    from bitswap_app.service.names import restored_name
    from bitswap_app.service.sources import read_source

    coded = read_source(path).data
    contents = read(coded)
    data = decode(contents, engine_for, report, max_pixels)
    name = restored_name(path.name, contents.header.name)
    return _of_bytes(data, name, bound, coded_bytes=len(coded), coding=contents.header.coding.label)


def _stored_thumbnail(path: Path) -> QImage | None:
    try:
        return peek(path).image
    except BitswapError:
        return None  # a damaged file says so where it is used


def _of_bytes(data: bytes, name: str, bound: QSize, *, coded_bytes: int = 0, coding: str = "") -> Picture:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image, size = _scaled(QImageReader(buffer), bound)
    if image is None:
        from bitswap_app.gui import (
            other_formats,
        )  # brings numpy, which is not worth waiting for before the window is up

        whole = other_formats.image_of(data)
        image, size = (_within(whole, bound), whole.size()) if whole else (None, QSize())
    return Picture(image, size, data, coded_bytes, coding, name)


def _scaled(reader: QImageReader, bound: QSize) -> tuple[QImage | None, QSize]:
    """The picture, turned as its EXIF says and no larger than bound, and its own size."""
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MOST_MB)
    size = reader.size()
    if size.isValid() and not _fits(size, bound):
        reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        return None, QSize()
    whole = size if size.isValid() else image.size()
    return _within(image, bound), whole  # a format may not have told its size first


def _within(image: QImage, bound: QSize) -> QImage:
    return image if _fits(image.size(), bound) else image.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio, _SMOOTH)


def _fits(size: QSize, bound: QSize) -> bool:
    return size.width() <= bound.width() and size.height() <= bound.height()
