"""What files that are worked on at the same time share: cores, memory, and engines."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from bitswap_app.service.codings import EngineFor
from bitswap_app.service.payloads import Engine

Report = Callable[[int, int], None]

_PIXELS_A_CORE = 32 * 128 * 128  # an engine works on so many in each of its threads
_BETWEEN_LOOKS_S = 0.1


class SharedEngines:
    """An EngineFor whose engines may be used from any thread. A large image waits until it has the cores it can use."""

    def __init__(self, engine_for: EngineFor, cores: int | None = None) -> None:
        self._engine_for = engine_for
        self._loading = threading.Lock()
        self._cores = Shares(cores or os.cpu_count() or 1)

    def __call__(self, model: bytes | str) -> Engine:
        with self._loading:  # two threads would load it twice
            return _Shared(self._engine_for(model), self._cores)


class _Shared:
    def __init__(self, engine: Engine, cores: Shares) -> None:
        self._engine = engine
        self._cores = cores

    @property
    def model_id(self) -> bytes:
        return self._engine.model_id

    def compress_image(self, pixels: NDArray[np.uint8], report: Report, *, check: bool = False) -> bytes:
        size = pixels.shape[0] * pixels.shape[1]
        with self._cores.taken(size // _PIXELS_A_CORE, lambda: report(0, size)):
            return self._engine.compress_image(pixels, report, check=check)

    def decompress_image(self, payload: bytes, height: int, width: int, report: Report) -> NDArray[np.uint8]:
        size = height * width
        with self._cores.taken(size // _PIXELS_A_CORE, lambda: report(0, size)):
            return self._engine.decompress_image(payload, height, width, report)


class Shares:
    """A number of equal shares of something, handed out in the order of asking."""

    def __init__(self, total: int) -> None:
        self._total = self._free = total
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()

    @contextmanager
    def taken(self, wanted: int, while_waiting: Callable[[], None]) -> Iterator[None]:
        """Holds between one share and all. What while_waiting raises ends the wait."""
        wanted = max(1, min(wanted, self._total))
        self._wait(wanted, while_waiting)
        try:
            yield
        finally:
            with self._changed:
                self._free += wanted
                self._changed.notify_all()

    def _wait(self, wanted: int, while_waiting: Callable[[], None]) -> None:
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
        try:
            while not self._take(ticket, wanted):
                while_waiting()
        finally:
            with self._changed:
                if ticket in self._waiting:
                    self._waiting.remove(ticket)
                self._changed.notify_all()

    def _take(self, ticket: object, wanted: int) -> bool:
        """Whether they were had, soon or at once."""

        def is_our_turn() -> bool:
            return self._waiting[0] is ticket and self._free >= wanted

        with self._changed:
            if not self._changed.wait_for(is_our_turn, _BETWEEN_LOOKS_S):
                return False
            self._free -= wanted
            self._waiting.popleft()
            return True
