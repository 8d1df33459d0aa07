"""Sets the desktop program up and runs it: the one place that wires everything."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from bitswap_app import __version__
from bitswap_app.gui import icons, languages, theme
from bitswap_app.gui.bug_report import BugHook
from bitswap_app.gui.collecting import Collector
from bitswap_app.gui.engines import Engines
from bitswap_app.gui.main_window import MainWindow
from bitswap_app.gui.settings import Settings

_ENGINE_AFTER_MS = 150  # the window is drawn and answers before imports that take seconds begin beside it


def run(arguments: Sequence[str]) -> int:
    """Opens the window with files and folders to begin with. Returns the exit code."""
    logging.basicConfig(format="bitswap: %(message)s", level=logging.WARNING)
    app = QApplication([sys.argv[0]])
    store = user_config_path("Bit-Swap", appauthor=False, roaming=True) / "bitswap.ini"
    settings = set_up(app, QSettings(str(store), QSettings.Format.IniFormat))
    hook = BugHook(app)
    hook.install()
    collector = Collector(app)
    collector.start()
    window = MainWindow(settings, Engines())
    window.show()
    gc.freeze()  # what is there now stays, so that no collection needs to look at it again
    window.add([Path(argument) for argument in arguments])
    if sys.platform == "darwin":  # elsewhere they are arguments, and a filter would see every event for nothing
        app.installEventFilter(OpenedFiles(window.add, app))
    QTimer.singleShot(_ENGINE_AFTER_MS, window.load_engine)
    code = app.exec()
    collector.stop()
    hook.uninstall()
    return code


class OpenedFiles(QObject):
    """Hands on the files that macOS opens with the program, by an event instead of an argument."""

    def __init__(self, add: Callable[[Sequence[Path]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._add = add

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._add([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


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
