"""When Python looks for garbage in cycles: on the GUI thread, between two events, and nowhere else."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_BETWEEN_LOOKS_MS = 100

_holders: list[int] = []  # a thread for each no_collections() that is open


class Collector(QObject):
    """Takes Python's collections over, from start() to stop(). Lives on the GUI thread.

    Left to itself, Python collects wherever the allocation happens to be made that is one too many: on a worker's
    thread, where nothing of Qt's may be destroyed, or in the midst of Qt's work on what is found. Both crash.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_BETWEEN_LOOKS_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Collects the oldest generation whose time has come, by Python's counts, unless no_collections() is open."""
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, threshold) in enumerate(pairs) if 0 < threshold < count]
        if due and not _holders:
            gc.collect(due[-1])


@contextmanager
def no_collections() -> Iterator[None]:
    """While numba or torch are imported, on any thread: what is made then stays, and nothing looks through it, ever.

    A collection that did would hold the window up for 130 to 350 ms, and there are several.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    _holders.append(threading.get_ident())
    try:
        yield
    finally:
        gc.freeze()
        _holders.pop()
        if was_enabled:
            gc.enable()
