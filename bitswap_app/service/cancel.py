"""How a user stops, pauses and resumes work that runs on other threads."""

from __future__ import annotations

import threading
from pathlib import Path

from bitswap_app.errors import Cancelled

_BETWEEN_LOOKS_S = 0.1  # on Windows a wait without a limit would keep Ctrl-C waiting
_STOPPED = "Stopped at your request. Files finished before this are complete."


class Control:
    """Shared by whoever steers and whoever works. Every method may be called from any thread, any number of times."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_cancelled = self._is_paused = False
        self._cancelled_files: set[Path] = set()

    def cancel(self, source: Path | None = None) -> None:
        """Stops one file, or everything. A file is named as in its events."""
        with self._changed:
            if source is None:
                self._is_cancelled = True
            else:
                self._cancelled_files.add(source)
            self._changed.notify_all()

    def pause(self) -> None:
        """Lets check() wait until resume() or cancel()."""
        with self._changed:
            self._is_paused = True

    def resume(self) -> None:
        with self._changed:
            self._is_paused = False
            self._changed.notify_all()

    @property
    def is_paused(self) -> bool:
        return self._is_paused

    def is_stopped(self, source: Path | None = None) -> bool:
        """Whether everything, or this file, is to stop."""
        return self._is_cancelled or source in self._cancelled_files

    def check(self, source: Path | None = None) -> None:
        """Waits while paused; raises Cancelled once everything, or this file, was cancelled."""
        with self._changed:
            while self._is_paused and not self.is_stopped(source):
                self._changed.wait(_BETWEEN_LOOKS_S)
            if self.is_stopped(source):
                raise Cancelled(_STOPPED)
