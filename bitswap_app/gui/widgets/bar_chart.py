"""Sizes as horizontal bars, the smallest marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from bitswap_app.gui import theme, wording

_LINE = 34
_BAR = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; size in bytes, None where it is not known yet or there is none."""

    name: str
    size: int | None
    is_ours: bool = False


class BarChart(QWidget):
    """Shows bars in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """No bars hide the chart."""
        self._bars = tuple(bars)
        self.setVisible(bool(bars))
        self.setAccessibleName(self.tr("Sizes compared"))
        self.setAccessibleDescription(", ".join(f"{bar.name}: {_size(bar)}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _LINE * len(self._bars) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        largest = max((bar.size or 0 for bar in self._bars), default=0) or 1
        for i, bar in enumerate(self._bars):
            self._paint(painter, bar, i * _LINE, largest)

    def _paint(self, painter: QPainter, bar: Bar, top: int, largest: int) -> None:
        width = self.width()
        text = QRectF(0, top, width, _LINE - _BAR - 4)
        font = painter.font()
        font.setBold(bar.is_ours)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        bottom = Qt.AlignmentFlag.AlignBottom  # left is right where one reads from there: the painter sees to that
        name, size = (wording.as_written(words, self.layoutDirection()) for words in (bar.name, _size(bar)))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | bottom), name)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignRight | bottom), size)
        ground = QRectF(0, top + _LINE - _BAR - 2, width, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(ground, _BAR / 2, _BAR / 2)
        if bar.size:
            length = max(_BAR, width * bar.size / largest)
            left = width - length if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
            painter.setBrush(theme.accent(self.palette()) if bar.is_ours else theme.quiet(self.palette()))
            painter.drawRoundedRect(QRectF(left, ground.top(), length, _BAR), _BAR / 2, _BAR / 2)


def _size(bar: Bar) -> str:
    return "…" if bar.size is None else wording.size(bar.size)
