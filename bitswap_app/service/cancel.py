"""How a user stops work that runs on another thread."""

from __future__ import annotations

import threading

from bitswap_app.errors import Cancelled


class CancelToken:
    """A flag that any thread may set and the worker polls between units of work."""

    def __init__(self) -> None:
        self._set = threading.Event()

    def cancel(self) -> None:
        """May be called from any thread, and more than once."""
        self._set.set()

    def check(self) -> None:
        """Raises Cancelled once cancel() was called."""
        if self._set.is_set():
            raise Cancelled("Stopped at your request. Files finished before this are complete.")
