"""Our icons: drawn as SVG in resources/icons, painted in the colours of the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bitswap_app.resources import resource

_SIZES = (16, 20, 24, 32)
_SCALES = (1, 2)


def symbol(name: str, colour: QColor | None = None) -> QIcon:
    """A line icon in the text's colour, or in the one given; greyed where it is disabled.

    It does not follow the palette by itself: whoever shows it asks again after a PaletteChange.
    """
    palette = QGuiApplication.palette()
    ink = colour or palette.color(QPalette.ColorRole.WindowText)
    grey = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    icon = QIcon()
    for size in _SIZES:
        for scale in _SCALES:
            icon.addPixmap(_pixmap(name, ink.name(), size, scale), QIcon.Mode.Normal)
            icon.addPixmap(_pixmap(name, grey.name(), size, scale), QIcon.Mode.Disabled)
    return icon


def on_accent(name: str) -> QIcon:
    """A line icon for a button in the accent colour."""
    return symbol(name, QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText))


def app_icon() -> QIcon:
    """The program's own, in every size that systems ask for."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addFile(str(resource(f"icons/bitswap-{size}.png")))
    return icon


def draw(painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
    """Paints a line icon into a rectangle."""
    _renderer(name, colour.name()).render(painter, where)


def stamp(painter: QPainter, name: str, where: QRect, colour: QColor) -> None:
    """Paints a line icon into a square, from a picture that is kept: for those of which a window has many."""
    scale = painter.device().devicePixelRatio()
    painter.drawPixmap(where.topLeft(), _pixmap(name, colour.name(), where.width(), scale))


@cache
def _pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    side = round(size * scale)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
