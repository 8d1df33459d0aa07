"""A picture, as large as fits, on a ground that shows where it is transparent."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from bitswap_app.gui import theme

_SQUARE = 8


class PictureView(QWidget):
    """Never shows a picture larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._size = QSize()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    @property
    def image(self) -> QImage | None:
        return self._image

    def show_image(self, image: QImage, size: QSize | None = None) -> None:
        """size: of the picture in pixels, where image is a smaller version of it."""
        self._image, self._text = image, ""
        self._size = size if size is not None and not size.isEmpty() else image.size()
        self.update()

    def show_text(self, text: str) -> None:
        """A few words in place of a picture."""
        self._image, self._text = None, text
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        if self._image is None:
            painter.setPen(theme.quiet(self.palette()))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 8, -16, -8), int(flags), self._text)
            return
        place = self._place()
        if self._image.hasAlphaChannel():
            painter.fillRect(place, QBrush(_squares(self.palette())))
        painter.drawImage(place, self._image)

    def _place(self) -> QRect:
        own = self._size / self.devicePixelRatio()
        room = self.rect().adjusted(8, 8, -8, -8)
        size = own if own.width() <= room.width() and own.height() <= room.height() else None
        size = size or own.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter, size, room)


def _squares(palette: QPalette) -> QPixmap:
    tile = QPixmap(2 * _SQUARE, 2 * _SQUARE)
    tile.fill(palette.color(QPalette.ColorRole.Base))
    painter = QPainter(tile)
    for x, y in ((0, 0), (_SQUARE, _SQUARE)):
        painter.fillRect(x, y, _SQUARE, _SQUARE, palette.color(QPalette.ColorRole.Midlight))
    painter.end()
    return tile
