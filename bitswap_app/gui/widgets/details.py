"""All that is known of one row, to read and to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from bitswap_app.gui import report, wording
from bitswap_app.gui.rows import Row


class Details(QDialog):
    """A row as it was when the dialog opened."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(row.source.name)
        headline = QLabel(wording.error_title(row.error) if row.error else wording.state(row))
        headline.setObjectName("headline")
        headline.setWordWrap(True)
        self._text = QPlainTextEdit("\n".join(filter(None, (row.note, *row.warnings))), readOnly=True)
        self._text.setAccessibleName(self.tr("What happened"))
        self._text.setVisible(bool(self._text.toPlainText()))
        facts = QFormLayout()
        for label, value in self._facts(row):
            shown = QLabel(value)
            shown.setWordWrap(True)
            facts.addRow(label, shown)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.as_text([row])))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(headline)
        layout.addWidget(self._text)
        layout.addLayout(facts)
        layout.addStretch()
        layout.addWidget(buttons)
        self.resize(520, 320)

    @property
    def text(self) -> str:
        return self._text.toPlainText()

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
