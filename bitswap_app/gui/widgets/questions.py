"""What the program asks before it does something, and what it tells when something cannot be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

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


def name_of_preset(parent: QWidget, name: str = "") -> str:
    """A name for a preset, "" if the user thinks better of it."""
    title, label = translate("questions", "Preset"), translate("questions", "Name of the preset:")
    text, is_given = QInputDialog.getText(parent, title, label, QLineEdit.EchoMode.Normal, name)
    return text.strip() if is_given else ""


def tell_name_is_taken(parent: QWidget, name: str) -> None:
    """Another preset has it."""
    text = translate("questions", "There is a preset called {name} already.").format(name=name)
    QMessageBox.information(parent, translate("questions", "Preset"), text)


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
