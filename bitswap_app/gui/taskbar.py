"""How far the queue is, on the program's icon in the system's taskbar or dock, where Qt can say so.

A number of files on the icon is Qt's own affair on every system. A bar is not: since Qt 6 there is none for Windows and
macOS. Linux docks (KDE's, Ubuntu's, Plank) take one by D-Bus, in the signal that Unity's launcher once defined.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_SIGNAL = ("/org/bitswap", "com.canonical.Unity.LauncherEntry", "Update")
_STEPS = 200  # finer than any dock's bar; in between nothing is sent


class Taskbar:
    """Shows Totals on the icon; each change once.

    bus   where to send; by itself the user's session, if this is Linux and there is one
    """

    def __init__(self, bus: QDBusConnection | None = None) -> None:
        self._bus = bus or _session_bus()
        self._shown: tuple[int, int | None] = (0, None)

    def show(self, files_left: int, fraction: float | None) -> None:
        """files_left: 0 takes the number away. fraction: 0 to 1, None takes the bar away."""
        step = None if fraction is None else round(fraction * _STEPS)
        if (files_left, step) == self._shown:
            return
        if files_left != self._shown[0]:
            app = QGuiApplication.instance()
            if isinstance(app, QGuiApplication):
                app.setBadgeNumber(files_left)
        if step != self._shown[1] and self._bus is not None:
            self._send(self._bus, step)
        self._shown = (files_left, step)

    @staticmethod
    def _send(bus: QDBusConnection, step: int | None) -> None:
        from PySide6.QtDBus import QDBusMessage

        signal = QDBusMessage.createSignal(*_SIGNAL)
        entry = f"application://{QGuiApplication.desktopFileName()}.desktop"
        signal.setArguments([entry, {"progress": (step or 0) / _STEPS, "progress-visible": step is not None}])
        bus.send(signal)


def _session_bus() -> QDBusConnection | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:  # an unusual installation; it does without
        return None
    bus = QDBusConnection.sessionBus()
    return bus if bus.isConnected() else None
