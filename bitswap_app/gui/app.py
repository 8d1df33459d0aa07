"""Sets the desktop program up and runs it: the one place that wires everything."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from bitswap_app import __version__
from bitswap_app.gui import icons, languages, theme
from bitswap_app.gui.bug_report import BugHook
from bitswap_app.gui.engines import Engines
from bitswap_app.gui.main_window import MainWindow
from bitswap_app.gui.settings import Settings

_ENGINE_AFTER_MS = 150  # the window is drawn and answers before imports that take seconds begin beside it


def run(arguments: Sequence[str]) -> int:
    """Opens the window with files and folders to begin with. Returns the exit code."""
    logging.basicConfig(format="bitswap: %(message)s", level=logging.WARNING)
    app = QApplication([sys.argv[0]])
    settings = set_up(app, QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Bit-Swap", "bitswap"))
    hook = BugHook(app)
    hook.install()
    window = MainWindow(settings, Engines())
    window.show()
    gc.freeze()  # what is there now stays, so that no collection needs to look at it again
    window.add([Path(argument) for argument in arguments])
    QTimer.singleShot(_ENGINE_AFTER_MS, window.load_engine)
    code = app.exec()
    hook.uninstall()
    return code


def set_up(app: QApplication, store: QSettings) -> Settings:
    """Names, icon, language and look, as the user chose them before."""
    app.setApplicationName("Bit-Swap")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("bitswap")
    settings = Settings(store)
    languages.put_on(app, languages.wanted(settings.text("language")))
    app.setWindowIcon(icons.app_icon())
    appearance = settings.text("appearance", "system")
    theme.use(app, next((known for known in theme.APPEARANCES if known == appearance), "system"))
    return settings
