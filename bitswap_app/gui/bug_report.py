"""What a bug becomes: a window with a report that can be copied, after which the program goes on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from bitswap_app import __version__

log = logging.getLogger(__name__)


class BugHook(QObject):
    """Takes the place of sys.excepthook while the program runs. A bug on any thread is shown on the GUI's."""

    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: BugDialog | None = None
        self._caught.connect(self.show)

    def install(self) -> None:
        sys.excepthook = self._hook

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__

    def show(self, bug: BaseException) -> None:
        """Opens the report. While one is open, further bugs are logged only: the first is the cause of many."""
        if self._dialog is None or not self._dialog.isVisible():
            self._dialog = BugDialog(report_of(bug), QApplication.activeWindow())
            self._dialog.open()

    def _hook(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("a bug", exc_info=(kind, bug, trace))
        self._caught.emit(bug)


class BugDialog(QDialog):
    """Shows one report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        text = QLabel(
            self.tr(
                "This is a fault in Bit-Swap, not in your files. Nothing was lost, and the program goes on.\n"
                "The report below helps to mend it. It holds no pictures, but it may hold names of files."
            )
        )
        text.setWordWrap(True)
        self._report = QPlainTextEdit(report, readOnly=True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self._report)
        layout.addWidget(buttons)
        self.resize(640, 420)

    @property
    def report(self) -> str:
        return self._report.toPlainText()


def report_of(bug: BaseException) -> str:
    """What a developer needs to know of a bug, as text."""
    return (
        f"Bit-Swap {__version__}, Python {platform.python_version()}, PySide {PySide6.__version__}\n"
        f"{platform.platform()}\n\n{''.join(traceback.format_exception(bug))}"
    )
