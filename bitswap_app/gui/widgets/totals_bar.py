"""The queue as a whole, below the table: progress, what is saved, what time it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from bitswap_app.gui import wording
from bitswap_app.gui.totals import Totals

_STEPS = 1000


class TotalsBar(QWidget):
    """Shows Totals; holds nothing of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar(maximum=_STEPS, textVisible=False)
        self._bar.setObjectName("total")
        self._bar.setAccessibleName(self.tr("Progress of all files"))
        self._files, self._saved, self._left = QLabel(), QLabel(), QLabel()
        self._saved.setObjectName("saved")
        self._left.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        words = QHBoxLayout()
        words.addWidget(self._files)
        words.addStretch()
        words.addWidget(self._saved)
        words.addStretch()
        words.addWidget(self._left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(6)
        layout.addLayout(words)
        layout.addWidget(self._bar)

    def show_totals(self, totals: Totals, *, is_running: bool, is_paused: bool, seconds_left: float | None) -> None:
        self._bar.setValue(round(totals.fraction * _STEPS))
        self._files.setText(self._files_text(totals))
        self._saved.setText(self._saved_text(totals))
        self._left.setText(self._left_text(is_running=is_running, is_paused=is_paused, seconds_left=seconds_left))

    def texts(self) -> tuple[str, str, str]:
        """What is shown: of the files, the bytes, the time."""
        return self._files.text(), self._saved.text(), self._left.text()

    def _files_text(self, totals: Totals) -> str:
        text = self.tr("{finished} of %n file(s)", "", totals.files).format(finished=totals.finished)
        failed = self.tr("%n failed", "", totals.failed)
        return f"{text} · {failed}" if totals.failed else text

    def _saved_text(self, totals: Totals) -> str:
        if not totals.image_bytes:
            return ""
        part = totals.saved_bytes / totals.image_bytes
        return self.tr("{size} saved · {percent}").format(
            size=wording.size(max(0, totals.saved_bytes)), percent=wording.percent(part)
        )

    def _left_text(self, *, is_running: bool, is_paused: bool, seconds_left: float | None) -> str:
        if not is_running:
            return ""
        if is_paused:
            return self.tr("Paused")
        if seconds_left is None:
            return self.tr("Working…")
        return self.tr("about {duration} left").format(duration=wording.duration(seconds_left))
