"""Long work in a thread of its own, seen as a generator of its progress.

An engine reports by a callback from the middle of its work, and a generator can only yield from its own frame. A queue
between two threads joins them.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Generic, TypeVar

from bitswap_app.errors import Cancelled
from bitswap_app.service.cancel import Control
from bitswap_app.service.events import Stage, UnitsDone

T = TypeVar("T")
Report = Callable[[Stage, int, int], None]

_BETWEEN_REPORTS_S = 0.1
_BETWEEN_LOOKS_S = 0.1  # on Windows a wait without a limit would keep Ctrl-C waiting
_PATIENCE_S = 0.7


def run_reporting(work: Callable[[Report], T], source: Path, control: Control) -> Generator[UnitsDone, None, T]:
    """Yields what work reports and returns its result; its exceptions pass through.

    report(stage, done, total) waits while control is paused, and raises Cancelled inside work once control says so or
    this generator is closed. The generator ends soon after: work that reports nothing for long, as a library's call
    may, is left to end by itself. It must therefore not write anything.
    """
    job = _Job(work, source, control)
    thread = threading.Thread(target=job.run, name=f"bitswap {source.name}", daemon=True)
    thread.start()
    try:
        is_over = False
        while not is_over:
            try:
                report = job.reports.get(timeout=_BETWEEN_LOOKS_S)
            except queue.Empty:
                if control.is_stopped(source):
                    thread.join(_PATIENCE_S)
                    control.check(source)
                continue
            if report is None:
                is_over = True
            else:
                yield report
    finally:
        job.is_wanted = False
        thread.join(_PATIENCE_S)
    return job.outcome()


class _Job(Generic[T]):
    def __init__(self, work: Callable[[Report], T], source: Path, control: Control) -> None:
        self.reports: queue.Queue[UnitsDone | None] = queue.Queue()  # None ends it
        self.is_wanted = True
        self._work, self._source, self._control = work, source, control
        self._results: list[T] = []
        self._error: BaseException | None = None
        self._last = 0.0

    def run(self) -> None:
        try:
            self._results.append(self._work(self._report))
        except BaseException as error:  # noqa: BLE001 (it is raised again, on the other thread)
            self._error = error
        self.reports.put(None)

    def outcome(self) -> T:
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _report(self, stage: Stage, done: int, total: int) -> None:
        self._control.check(self._source)
        if not self.is_wanted:
            raise Cancelled("Nobody waits for this work any more.")
        now = time.monotonic()
        if done == total or now - self._last >= _BETWEEN_REPORTS_S:
            self._last = now
            self.reports.put(UnitsDone(self._source, stage, done, total))
