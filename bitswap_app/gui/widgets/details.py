"""All that is known of one row, to read and to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from bitswap_app.gui import report, wording
from bitswap_app.gui.rows import Row
from bitswap_app.service.events import FileDescribed


class Details(QDialog):
    """A row as it was when the dialog opened."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(row.source.name)
        headline = QLabel(wording.error_title(row.error) if row.error else wording.state(row))
        headline.setObjectName("headline")
        headline.setWordWrap(True)
        self._text = QPlainTextEdit("\n".join(wording.remarks(row)), readOnly=True)
        self._text.setAccessibleName(self.tr("What happened"))
        self._text.setVisible(bool(self._text.toPlainText()))
        self._form = QFormLayout()
        self._shown: dict[str, str] = {}
        self._add(self._facts(row))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.as_text([row])))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(headline)
        layout.addWidget(self._text)
        layout.addLayout(self._form)
        layout.addStretch()
        layout.addWidget(buttons)
        self.resize(520, 320)

    @property
    def text(self) -> str:
        return self._text.toPlainText()

    def facts(self) -> dict[str, str]:
        """What is shown, by its label."""
        return dict(self._shown)

    def show_described(self, described: FileDescribed | None) -> None:
        """Adds what the .bsw file says of itself."""
        if described is None:
            return
        facts = [(self.tr("Format:"), str(described.format_version))]
        if described.width:
            samples = f"{described.channels} × {described.depth} bit"
            facts.append((self.tr("Picture:"), f"{described.width} × {described.height}, {samples}"))
        if described.model_id:
            facts.append((self.tr("Model:"), described.model_id))
        self._add(facts)

    def _add(self, facts: list[tuple[str, str]]) -> None:
        for label, value in facts:
            shown = QLabel(value)
            shown.setWordWrap(True)
            self._form.addRow(label, shown)
            self._shown[label] = value

    def _facts(self, row: Row) -> list[tuple[str, str]]:
        facts = [(self.tr("File:"), str(row.source)), (self.tr("Task:"), wording.task(row.task))]
        if row.output:
            facts.append((self.tr("Result:"), str(row.output)))
        if row.image_bytes:
            facts.append((self.tr("Original:"), wording.size(row.image_bytes)))
        if row.coded_bytes:
            facts.append((self.tr("Compressed:"), wording.size(row.coded_bytes)))
        if row.coding:
            facts.append((self.tr("Coding:"), wording.coding(row.coding)))
        if row.seconds:
            facts.append((self.tr("Time:"), wording.duration(row.seconds)))
        return facts
