"""Files and folders chosen in the system's dialogs, which open where the last one was left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bitswap_app.gui.settings import Settings

translate = QCoreApplication.translate  # a name that lupdate looks for

_FOLDER = "folder"


def choose_files(parent: QWidget, settings: Settings) -> list[Path]:
    """Any number of files; none if the user thinks better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, translate("choosing", "Add files"), _last(settings))
    return _remembered([Path(name) for name in names], settings)


def choose_folder(parent: QWidget, settings: Settings) -> list[Path]:
    """One folder, or none."""
    name = QFileDialog.getExistingDirectory(parent, translate("choosing", "Add a folder"), _last(settings))
    return _remembered([Path(name)] if name else [], settings)


def _last(settings: Settings) -> str:
    return settings.text(_FOLDER, str(Path.home()))


def _remembered(paths: list[Path], settings: Settings) -> list[Path]:
    if paths:
        settings.set_text(_FOLDER, str(paths[0].parent))
    return paths
