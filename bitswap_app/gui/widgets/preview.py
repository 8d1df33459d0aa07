"""The selected file: its picture, what is known of it, and its size in other formats on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from bitswap_app.gui import wording
from bitswap_app.gui.icons import symbol
from bitswap_app.gui.pictures import Picture
from bitswap_app.gui.rows import Row
from bitswap_app.gui.widgets.bar_chart import Bar, BarChart
from bitswap_app.gui.widgets.picture_view import PictureView


class Preview(QWidget):
    """Shows what it is given; gui/previewing.py finds that out."""

    comparison_wanted = Signal()
    decoding_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = PictureView()
        self._view.setAccessibleName(self.tr("Picture"))
        self._name = QLabel()
        self._name.setObjectName("heading")
        self._facts = QLabel()
        for label in (self._name, self._facts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setObjectName("total")
        self._progress.setAccessibleName(self.tr("Progress of decoding"))
        self._compare = QPushButton(symbol("chart"), self.tr("Compare sizes"))
        self._compare.setToolTip(self.tr("Shows how large this picture is as PNG, WebP, JPEG XL and .bsw."))
        self._compare.clicked.connect(self.comparison_wanted)
        self._decode = QPushButton(self.tr("Show in full"))
        self._decode.setToolTip(self.tr("Decodes the picture, which takes a while. Nothing is written."))
        self._decode.clicked.connect(self.decoding_wanted)
        self._chart = BarChart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(8)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._name)
        layout.addWidget(self._facts)
        layout.addWidget(self._decode)
        layout.addWidget(self._compare)
        layout.addWidget(self._chart)
        self.clear()

    @property
    def chart(self) -> BarChart:
        return self._chart

    @property
    def view(self) -> PictureView:
        return self._view

    def facts(self) -> str:
        return self._facts.text()

    def restyle(self) -> None:
        """New icon colours, after the palette changed."""
        self._compare.setIcon(symbol("chart"))

    def clear(self) -> None:
        """Nothing is selected."""
        self._view.show_text(self.tr("Select a file to see its picture."))
        self._name.clear()
        self._facts.clear()
        self._show_parts()

    def show_waiting(self, row: Row) -> None:
        """The picture is on its way."""
        self._view.show_text(self.tr("Loading…"))
        self._name.setText(row.source.name)
        self._facts.setText(_facts(row))
        self._progress.setRange(0, 0)
        self._show_parts(is_decoding=True)

    def show_thumbnail(self, row: Row, picture: Picture, *, is_decoding: bool) -> None:
        """A small picture, while the large one is on its way or until it is asked for."""
        if picture.image is not None:
            self._view.show_image(picture.image, picture.size)
        self._facts.setText(_facts(row, picture))
        self._show_parts(is_decoding=is_decoding, can_decode=not is_decoding)

    def show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(1000 * done / total) if total else 0)

    def show_picture(self, row: Row, picture: Picture) -> None:
        if picture.image is None:
            self._view.show_text(self.tr("This kind of file cannot be shown here."))
        else:
            self._view.show_image(picture.image, picture.size)
        self._facts.setText(_facts(row, picture))
        self._show_parts(can_compare=bool(picture.data))

    def show_problem(self, sentence: str) -> None:
        self._view.show_text(sentence)
        self._show_parts()

    def show_sizes(self, bars: Sequence[Bar], *, is_ready: bool) -> None:
        self._chart.show_bars(bars)
        self._compare.setVisible(not bars)
        self._compare.setEnabled(is_ready)

    def _show_parts(self, *, is_decoding: bool = False, can_decode: bool = False, can_compare: bool = False) -> None:
        self._progress.setVisible(is_decoding)
        self._decode.setVisible(can_decode)
        self._compare.setVisible(can_compare)
        self._compare.setEnabled(can_compare)
        self._chart.show_bars(())


def _facts(row: Row, picture: Picture | None = None) -> str:
    lines = []
    if picture and not picture.size.isEmpty():
        lines.append(f"{picture.size.width()} × {picture.size.height()}")
    if row.image_bytes and row.coded_bytes and row.saved is not None:
        lines.append(
            f"{wording.size(row.image_bytes)} → {wording.size(row.coded_bytes)} · {wording.percent(row.saved)}"
        )
    elif picture and picture.coded_bytes and picture.data:
        lines.append(f"{wording.size(len(picture.data))} → {wording.size(picture.coded_bytes)}")
    else:
        lines.append(wording.size(row.size))
    lines = [wording.as_written(line, QGuiApplication.layoutDirection()) for line in lines]
    coding = row.coding or (picture.coding if picture else "")
    if coding:
        lines.append(wording.coding(coding))
    return "\n".join([*lines, *wording.remarks(row)])
