"""What an empty queue shows: where to drop files, and what happens then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bitswap_app.gui import icons, theme

_LEAST_HEIGHT = 300  # which the layout does not know, as the text's lines wrap


class DropArea(QFrame):
    """Drops themselves are taken by the whole window; this is the part that says so."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dropArea")
        self.setMinimumHeight(_LEAST_HEIGHT)
        headline = QLabel(self.tr("Drop pictures or folders here"))
        headline.setObjectName("headline")
        headline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = QLabel(
            self.tr(
                "Pictures become smaller .bsw files without losing anything.\n"
                ".bsw files give their pictures back, exactly as they were."
            )
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setWordWrap(True)
        files = QPushButton(self.tr("Add files…"))
        files.setObjectName("primary")
        files.clicked.connect(self.files_wanted)
        self.setFocusProxy(files)
        folder = QPushButton(self.tr("Add a folder…"))
        folder.setObjectName("secondary")
        folder.clicked.connect(self.folder_wanted)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(files)
        buttons.addWidget(folder)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(3)
        layout.addWidget(_Picture(), 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(headline)
        layout.addWidget(text)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        layout.addStretch(4)

    def set_target(self, *, is_target: bool) -> None:
        """Whether something is held over the window that could be dropped."""
        self.setProperty("isTarget", is_target)
        self.style().polish(self)


class _Picture(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(72, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, "drop", QRectF(self.rect()), theme.accent(self.palette()))
