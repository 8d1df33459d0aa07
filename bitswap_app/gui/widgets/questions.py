"""What the program asks before it does something, and what it tells when something cannot be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from bitswap_app import __version__
from bitswap_app.errors import BitswapError
from bitswap_app.gui import wording

translate = QCoreApplication.translate  # a name that lupdate looks for


def may_stop(parent: QWidget) -> bool:
    """Whether to quit although files are being worked on."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("questions", "Quit Bit-Swap?"))
    box.setText(translate("questions", "Files are still being worked on."))
    box.setInformativeText(translate("questions", "Finished files are complete. The others stay as they were."))
    stop = box.addButton(translate("questions", "Stop and quit"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(translate("questions", "Go on working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is stop


def tell(parent: QWidget, error: BitswapError) -> None:
    """An error that concerns more than one file."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Bit-Swap", wording.error_title(error), parent=parent)
    box.setInformativeText(wording.sentence(error.sentence))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def tell_about(parent: QWidget) -> None:
    """Name, version and purpose."""
    text = translate("questions", "Makes image files smaller without losing anything, and gives them back.")
    title = translate("questions", "About Bit-Swap")
    QMessageBox.about(parent, title, f"<b>Bit-Swap {__version__}</b><p>{text}</p>")
